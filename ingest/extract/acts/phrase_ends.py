"""Words at which a phrase of manner (通过…方式), basis (按照…规定) or proof (凭…证) ends."""

from __future__ import annotations

import re

_MANNERS = r"方式|形式|途径|渠道|手段|措施|办法|平台|机制|系统|网络"
MANNER_END = re.compile(
    rf"(?:{_MANNERS}|阵地|载体|媒体|媒介|窗口|热线|专栏|公众号|网站|小程序|公示栏|公开栏|宣传栏"
    r"|购买服务(?=委托|引入|引进|聘请|由|支持|鼓励|组织|为|将))(?=\S)"
)
MANNER_LAST = re.compile(rf"(?:{_MANNERS})$")
_BASIS_WORDS = (
    r"(?:规定|要求|标准|原则|比例|情况|需要|程序|职责|分工|差额|职能|实际|结果|特点|因素|条件|安排|办法|方式|制度|规划|计划|意见|预案|"
    r"需求|政策|状况|数量|水平|协议|章程|名单|材料|报告|信息|通知|约定|法规|法律|条例|机制|流程|步骤|时限|方案|精神|部署|渠道|模式|清单|类型|类别|程度|形式|方法|体系|目标|权限|范围|规范|法)"
)
BASIS_END = re.compile(_BASIS_WORDS + "(?:要求|标准|规范|规定)*")  # 按照规划要求建设…
PROOF_END = re.compile(  # 凭失业登记证享受…
    r"(?:证明|证件|证书|凭证|介绍信|通知书|通知单|告知书|身份证|社会保障卡|社保卡|医保卡|证|卡)(?![明件书])(?:等)?(?:材料|资料)?"
)
BASIS_LAST = re.compile(_BASIS_WORDS + "$")
