#!/bin/sh
# What `make demo` runs: read, build the graph, audit, check three drafts, ask a question. Writes only to .demo/.
set -eu
here=$(dirname "$0")
HUISHANG_HOME="$(pwd)/.demo/.huishang"
export HUISHANG_HOME

step() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
# A check ends with status 1 when it found something grave: that is a result, not a failure of the demo.
finds() { "$@" || [ $? -eq 1 ]; }

rm -rf .demo
step "一、读取 24 个成员单位的职责清单（前几条）"
huishang extract "$here/in-force/自治区成员单位职责（2009）.txt" | sed -n '1,20p'

step "二、建立工作区和图谱"
huishang init .demo
huishang add "$here/in-force"
huishang query --name documents

step "三、检查 2009 年职责清单：交叉、空白和冲突"
finds huishang audit --base "$here/in-force/自治区成员单位职责（2009）.txt" --at 2009-01-10 --region 650000 --severity warning

step "四、审查一份有问题的草案"
finds huishang check "$here/drafts/草案一 奇台县困难群众临时救助和取暖补贴实施细则.txt" --at 2026-08-01 --severity warning

step "五、审查一份没有问题的草案"
finds huishang check "$here/drafts/草案二 昌吉州困难家庭劳动者技能培训实施办法.txt" --at 2026-08-01 --severity warning

step "六、对照 2026 年 7 月 1 日起施行的社会救助法审查 2016 年的地方细则"
finds huishang check "$here/drafts/草案三 昌吉州最低生活保障实施细则（2016年文本）.txt" --at 2026-08-01 --severity warning

step "七、哪个部门负责医疗救助"
huishang coverage --aid 医疗救助 --role lead --at 2026-08-01

step "八、在浏览器中查看"
echo "运行 make serve，然后打开 http://127.0.0.1:8765/ （只在本机可见）。"
