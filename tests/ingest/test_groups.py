"""Who a stretch benefits: one row a situation, the text on the left, the OR of ANDs on the right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.people.groups import GroupReading, find_groups, order_of
from kg.model import Groups
from tests.ingest.reading_helpers import around, place


def read(text: str, words: str | None = None) -> GroupReading:
    context = around(text)
    return find_groups(context, *place(context, words or text))


def alternatives(text: str) -> set[str]:
    return {"+".join(a) for a in read(text).groups}


COORDINATION = {
    # a rule of others that is only borrowed, and others who are meant themselves
    "家庭财产状况符合低保边缘家庭规定的重病患者给予救助": {"serious-illness"},
    "家庭收入执行特困人员标准的残疾人给予救助": {"disabled"},
    # who else stands in a list, of the same facet as the mark before 的; the last of a list before 等
    "享受低保的老年人、低收入家庭中的老年人给予补贴": {"dibao+elderly", "elderly+low-income"},
    "享受低保的老年人、困难残疾人给予补贴": {"dibao+elderly", "dibao+disabled"},
    # an age in months, before the child that it is of
    "低保家庭中未满24个月的婴幼儿享受补助": {"dibao+preschool"},
    "低保家庭中6至36个月的婴幼儿享受补助": {"dibao+preschool"},
    "低保家庭、未满24个月的婴幼儿享受补助": {"dibao", "preschool"},
    "对流浪、遭受虐待等生活无着的儿童给予救助": {"minor+vagrant", "minor+violence-victim"},
    "对遭受虐待、生活无着的儿童给予救助": {"minor+vagrant+violence-victim"},
    "遭遇火灾、其他遇到特殊困难的家庭": {"emergency", "other-hardship"},
    # why the last of a list are in need is said of them alone
    "包括孤儿、弃婴，以及因家庭贫困导致就学困难的儿童": {"orphan", "hardship+minor"},
    "包括残疾人，以及因突发重病导致生活困难的老年人": {"disabled", "elderly+emergency+hardship"},
    "因家庭贫困导致就学困难的孤儿、残疾儿童": {"hardship+orphan", "disabled+hardship+minor"},
    "低保对象和因火灾造成生活困难的家庭": {"dibao", "emergency+hardship"},
    # who of several households goes to school, and who goes besides
    "对低保家庭、特困家庭当年考取全日制本科院校的学生": {"dibao+higher-ed", "higher-ed+tekun"},
    "考上大专以上院校的孤儿": {"higher-ed+orphan"},
    "本科学生扶贫专项助学金每生每年1000元": {"higher-ed"},
    "专科（高职）学生免学费": {"higher-ed"},
    "低保家庭和考入大学的孤儿": {"dibao", "higher-ed+orphan"},
    # whoever has a residence permit is from elsewhere
    "持有居住证的外来人员遭遇急难的": {"emergency+residence-permit"},
    "外来人员遭遇急难的": {"emergency+non-local"},
    # where people are registered, by the name of the place
    "补贴对象为甲省户籍的老年人": {"elderly+local-hukou"},
    "对外省户籍的老年人": {"elderly+non-local"},
    "户籍所在地的老年人": {"elderly"},
    # at which stage an aid is given
    "学前教育、义务教育阶段的教育救助": {"preschool", "compulsory"},
    "学前教育、义务教育阶段的教育工作": set(),
    "孤儿仍在校就读的": {"orphan+student"},
    # names of strata cut short before a household that closes their list, and who lives in each
    "对城镇低保、低收入家庭给予租赁补贴": {"dibao+urban", "low-income+urban"},
    "对农村低保、特困家庭给予补贴": {"dibao+rural", "rural+tekun"},
    "对低保、特困等家庭学生给予资助": {"dibao+student", "student+tekun"},
    "对低保家庭、低保边缘家庭老年人给予补贴": {"dibao+elderly", "dibao-margin+elderly"},
    "对特困人员、低保家庭老年人给予补贴": {"tekun", "dibao+elderly"},
    "开展低保、特困人员救助供养工作": set(),
    "对刑满释放人员、社区服刑人员中的生活困难人员给予救助": {"hardship+released"},
    "获得最低生活保障、低收入家庭生活救助的": {"dibao", "low-income"},
    "用人单位办理职工基本医疗保险登记": {"worker"},
    "参加职工基本医疗保险的残疾人，给予补贴": {"disabled"},
    "灵活就业人员可以参加职工基本养老保险": {"self-employed"},
    "未参加职工基本医疗保险的，另行登记": set(),
    "城市低保标准由市人民政府制定": {"urban"},
    "收入低于城市低保标准的家庭可以申请": {"low-income"},
    "享受农村低保待遇的残疾人免交费用": {"dibao+disabled+rural"},
    "享受低保待遇的残疾人免交费用": {"dibao+disabled"},
    "老年、残疾或者未满16周岁的村民享受供养": {"elderly+rural", "disabled+rural", "rural+under16"},
    "年满十八周岁的村民有选举权": set(),
    "孤儿中的未成年人年满18周岁后，仍在普通高中就读的": {"orphan+senior-high"},
    "孤儿中的未成年人在普通高中就读的": {"orphan+senior-high"},
    "特困人员未满16周岁或者已满16周岁仍在接受义务教育的": {"tekun+under16", "compulsory+tekun"},
    "将重度智力残疾人纳入供养范围": {"mental+severely-disabled"},
    "没有就业经历的农村居民可以登记": {"rural+unemployed"},
    "参保人员所患疾病属于规定的慢性病的，给予补助": {"chronic-illness"},
    "对特困人员以及其他符合资助条件的生活困难家庭给予资助": {"tekun", "other-hardship"},
    "做好特困人员认定和救助供养工作": {"tekun"},
    "作出停止救助供养的决定": {"tekun"},
    "享受救助供养的老年人由镇人民政府走访": {"elderly"},
    "困境人员是指：（一）孤儿；（二）重度残疾人。": {"orphan", "severely-disabled"},
    "救助站在流浪乞讨高发区域对受助的残疾人、老年人给予照顾": {"disabled+vagrant", "elderly+vagrant"},
    "对老年人、残疾人以及未满16周岁的未成年人给予照顾": {"elderly", "disabled", "under16"},
    "为残疾儿童提供服务": {"disabled+minor"},
    "为贫困、残疾儿童提供服务": {"hardship+minor", "disabled+minor"},
    "对无法定赡养、抚养、扶养义务人的老年人、残疾人给予供养": {"elderly+no-supporter", "disabled+no-supporter"},
    "对低保对象和特困人员中的重度残疾人发放补贴": {"dibao+severely-disabled", "severely-disabled+tekun"},
    "城乡低保、特困人员每人发放补助": {"dibao", "tekun"},
    "对生活困难的孤儿和失能老年人给予帮助": {"hardship+orphan", "elderly+hardship+incapacitated"},
    "农村留守儿童、妇女和老年人由村民委员会走访": {
        "left-behind+minor+rural",
        "female+left-behind+rural",
        "elderly+left-behind+rural",
    },
    # what those named are, and a word that only explains
    "被告人是未成年人的，指定辩护人": {"litigant+minor"},
    "被告人是盲人或者未成年人的，指定辩护人": {"disabled+litigant", "litigant+minor"},
    "救助对象是孤儿": {"orphan"},
    # a crime against people, and its victims
    "打击拐卖妇女、儿童违法犯罪活动": set(),
    "办理拐卖妇女儿童案件": set(),
    "安置被拐卖的妇女、儿童": {"crime-victim+female", "crime-victim+minor"},
    "对被解救的儿童给予照料": {"crime-victim+minor"},
    "为盲、聋、哑儿童提供服务": {"disabled+minor"},
    "为无国籍的残疾人提供服务": {"disabled+foreigner"},
    "资金向收入较低的地区安排": set(),
    "对收入较低的家庭给予补贴": {"low-income"},
    "军人牺牲的，抚恤金发给其遗属": {"entitled-group"},
    "供养人死亡的，补助发给其遗属": set(),
    "维护妇女儿童合法权益": {"female", "minor"},
    "对家庭暴力受害妇女儿童给予庇护": {"female+violence-victim", "minor+violence-victim"},
    "对0—6岁残疾儿童和孤独症儿童给予救助": {"disabled+preschool", "mental+preschool"},
    "对学龄前儿童和未成年人给予照顾": {"preschool", "minor"},
    "对城市低保家庭、城市特困人员、城市低保边缘家庭和残疾人给予补贴": {
        "dibao+urban",
        "tekun+urban",
        "dibao-margin+urban",
        "disabled+urban",
    },
    "对城市低保家庭和残疾人给予补贴": {"dibao+urban", "disabled"},
    "提高重度残疾、一户多残等特殊困难对象的标准": {"severely-disabled", "disabled"},
    "对低保对象等其他符合条件的低收入人口给予资助": {"dibao", "low-income"},
    "对低保家庭成员在义务教育、普通高中教育阶段减免费用": {"compulsory+dibao", "dibao+senior-high"},
    "将残疾人纳入就业困难群体范围": {"disabled"},
    "动员职工开展困境儿童关爱服务": {"child-in-difficulty"},
    "在做好孤儿养育的同时，为残疾儿童提供服务": {"disabled+minor"},
    "取得受害人谅解的，从轻处理": set(),
    "残疾人康复机构应当公开收费": set(),
    "加强残疾人就业保障金的管理": {"disabled"},
    "对随迁子女提供教育": {"minor+non-local"},
    "医疗保险基金支付以外的费用，对残疾人给予补贴": {"disabled"},
    "不受理残疾人申请的，由上级机关责令改正": {"disabled"},
    "帮助低保家庭和困难群众": {"dibao", "hardship"},
    "经济困难的高龄、失能老年人": {"hardship+senior", "elderly+hardship+incapacitated"},
    "普通高中在校生中的低保家庭学生、孤儿和残疾学生": {
        "dibao+senior-high",
        "orphan+senior-high",
        "disabled+senior-high",
    },
    "中等职业学校一、二年级涉农专业学生享受国家助学金": {"secondary-vocational"},
    "低保家庭中的一级、二级重度残疾人发给补贴": {"dibao+severely-disabled"},
    "岗位安置零就业家庭成员、低保家庭中有劳动能力的成员、失业人员": {
        "hard-to-employ",
        "able-bodied+dibao",
        "unemployed",
    },
    "流浪乞讨人员中的危重病人和精神障碍患者": {"emergency+vagrant", "mental+vagrant"},
    "低保、特困等家庭学生免收学费": {"dibao+student", "student+tekun"},
    "未成年被害人": {"crime-victim+minor"},
    "空巢、农村留守老年人": {"elderly+empty-nest", "elderly+left-behind+rural"},
    "农村留守老年人": {"elderly+left-behind+rural"},
    "农村留守人员、困境儿童、残疾人、农民工": {
        "left-behind+rural",
        "child-in-difficulty",
        "disabled",
        "migrant-worker",
    },
    "农村留守儿童、妇女、老年人": {"left-behind+minor+rural", "female+left-behind+rural", "elderly+left-behind+rural"},
    "享受孤儿基本生活保障政策的残疾儿童": {"disabled+orphan"},
    "孤儿和残疾儿童": {"orphan", "disabled+minor"},
    "开展社区新生活服务活动": set(),
    "对困难新生给予补助": {"hardship+student"},
    "对身份不明或者无力支付费用的急重症患者实施救治": {"emergency+unidentified", "emergency+hardship"},
    "经济困难的残疾儿童和孤儿": {"disabled+hardship+minor", "hardship+orphan"},
    "农村残疾儿童和孤儿": {"disabled+minor+rural", "orphan"},
    "家中有重病患者、残疾人的低保家庭": {"dibao+serious-illness", "dibao+disabled"},
    "对重病患者、残疾人的低保家庭给予补助": {"serious-illness", "dibao+disabled"},
    "急难型救助对象包括因火灾导致生活困难的家庭": {"emergency+hardship"},
    "残疾儿童、学生享受免费待遇": {"disabled+minor", "disabled+student"},
    "贫困妇女、儿童": {"female+hardship", "hardship+minor"},
    "低保家庭中有劳动能力并处于失业状态的成员": {"able-bodied+dibao+unemployed"},
    "农村留守儿童和困境儿童": {"left-behind+minor+rural", "child-in-difficulty"},
    "城镇低保家庭、低保边缘家庭": {"dibao+urban", "dibao-margin+urban"},
    "农村低保户、残疾人家庭": {"dibao+rural", "disabled"},
    "残疾儿童、少年接受义务教育": {"compulsory+disabled+minor"},
    "保障残疾儿童接受义务教育的权利": {"disabled+minor"},
    "在普通高中、中等职业学校或者全日制普通高校就读的孤儿": {
        "orphan+senior-high",
        "orphan+secondary-vocational",
        "higher-ed+orphan",
    },
    "未成年人满16周岁后仍在接受义务教育或者在普通高中就读的": {"compulsory+minor", "minor+senior-high"},
    "资助孤儿，在学前教育、普通高中和中等职业教育阶段免除学费": {
        "orphan+preschool",
        "orphan+senior-high",
        "orphan+secondary-vocational",
    },
    "对考入普通高等学校的孤儿给予补助": {"higher-ed+orphan"},
    "高等学校对具备学习能力的残疾考生不得拒绝招收": {"disabled"},
    "在高等学校设立服务站，为残疾人服务": {"disabled"},
    "普通高中教育和市属普通高等教育阶段家庭经济困难学生": {"hardship+senior-high", "hardship+higher-ed"},
    "普通高中阶段免学杂费": {"senior-high"},
    "高中阶段学校应当公开收费": set(),
    "年满60周岁，属于低保家庭、低保边缘家庭，生活不能自理的老年人": {
        "dibao+elderly+incapacitated",
        "dibao-margin+elderly+incapacitated",
    },
    "属于低保家庭的，可以申请": {"dibao"},
    "下列学生认定为家庭经济困难学生：（一）低保家庭学生；（二）残疾学生": {"dibao+student", "disabled+student"},
    "对低保家庭学生认定为困难学生的，给予资助": {"dibao+student", "hardship+student"},
    "困难残疾人生活补贴的对象为低保家庭中的残疾人": {"dibao+disabled"},
    "困难残疾人生活补贴由残联发放": {"disabled+hardship"},
    "对救助对象给予补贴：特困人员给予全额补贴，低保对象给予定额补贴": {"tekun", "dibao"},
    "对残疾人给予补贴：低保对象给予全额补贴": {"disabled", "dibao"},
    "补助对象为低保家庭、低保边缘家庭的学生": {"dibao+student", "dibao-margin+student"},
    "对残疾人、低保家庭的学生给予补助": {"disabled", "dibao+student"},
    "对低保家庭、特困人员和残疾学生中的普通高中学生免除学费": {
        "dibao+senior-high",
        "senior-high+tekun",
        "disabled+senior-high",
    },
    "对在学前教育、高中阶段教育（含中等职业教育）和普通高等教育（含高职、大专）阶段就学的孤儿给予资助": {
        "orphan+preschool",
        "orphan+senior-high",
        "orphan+secondary-vocational",
        "higher-ed+orphan",
    },
    "对在普惠性幼儿园就读的家庭经济困难儿童减免费用": {"hardship+preschool"},
    "学前教育阶段学生": {"preschool"},
    "在幼儿园设立服务点，为残疾人服务": {"disabled"},
    "留守儿童、留守妇女、留守老人和残疾人": {
        "left-behind+minor",
        "female+left-behind",
        "elderly+left-behind",
        "disabled",
    },
    "农村留守儿童和其他儿童": {"left-behind+minor+rural", "minor"},
    "为低收入家庭中生活不能自理的老年人、残疾人提供照料": {
        "elderly+incapacitated+low-income",
        "disabled+incapacitated+low-income",
    },
    "对重度和贫困残疾人给予补贴": {"severely-disabled", "disabled+hardship"},
    "动员职工开展留守儿童关爱服务和互助活动": {"left-behind+minor"},
    "开展特困人员供养、医疗救助和孤儿保障工作": set(),
    "本方案所称低收入人口，是指特困人员、低保对象以及其他困难人员": {"tekun", "dibao", "other-hardship"},
    "本通知所称孤儿，是指失去父母的未满18周岁的未成年人": {"orphan"},
    "所称就业困难人员，是指在法定劳动年龄内，有劳动能力和就业愿望，处于无业状态并难以实现就业的劳动者": {
        "able-bodied+hard-to-employ+unemployed+working-age"
    },
    "本条例所称失业人员，是指有劳动能力而未就业的人员": {"able-bodied+unemployed"},
    "本办法所称老年人，是指具有本省户籍的六十周岁以上的公民": {"elderly+local-hukou"},
    "本办法所称困难学生，是指低保家庭学生、残疾学生": {"dibao+student", "disabled+student"},
    "本办法所称老年人，是指六十周岁以上的公民": {"elderly"},
    "对低保家庭、建档立卡贫困户家庭的残疾儿童给予补贴": {"dibao+disabled+minor", "antipoverty+disabled+minor"},
    "对孤儿、低保家庭的残疾学生给予补贴": {"orphan", "dibao+disabled+student"},
    "对低保家庭和低保边缘家庭中的失能、高龄老年人给予补贴": {
        "dibao+elderly+incapacitated",
        "dibao-margin+elderly+incapacitated",
        "dibao+senior",
        "dibao-margin+senior",
    },
    "有失能老年人的低保家庭、低保边缘家庭可以申请补贴": {
        "dibao+elderly+incapacitated",
        "dibao-margin+elderly+incapacitated",
    },
}
WORDS = {
    "做好被裁减员工的再就业服务工作": {"unemployed+worker"},
    "对依法裁减人员的企业进行指导": set(),
    "被害人受到伤害，致使严重残疾的": {"crime-victim+severely-disabled"},
    "将流浪儿童纳入残疾儿童康复总体安排": {"minor+vagrant"},
    "残疾人在全日制普通高校、各类职业学校就读的": {"disabled+higher-ed", "disabled+secondary-vocational"},
    "残疾人在本市高校任教的": {"disabled"},
    "一级残疾军人享受护理费": {"disabled+entitled-group"},
    "退出现役的一级残疾军人由国家供养": {"disabled+veteran"},
    "未退出现役的残疾军人由部队负责": {"disabled+entitled-group"},
    "残疾军人因病死亡的，对其遗属发放抚恤金": {"entitled-group"},
    "照料失智老年人": {"elderly+mental"},
    "照料失能失智老年人": {"elderly+incapacitated", "elderly+mental"},
    "上门照料失能、失智、高龄老年人": {"elderly+incapacitated", "elderly+mental", "senior"},
    "走访计划生育特殊家庭老年人": {"elderly"},
    "走访失独家庭": {"empty-nest"},
    "安置被拐卖的儿童": {"crime-victim+minor"},
    "鼓励资源向农村倾斜": {"rural"},
    "产业不得向农村转移": set(),
    "发展农村养老服务": {"rural"},
    "为农村老年人发展养老服务": {"elderly+rural"},
    "不能入学接受义务教育的残疾儿童": {"disabled+minor"},
    "督促孤儿接受义务教育": {"orphan"},
    "普通高中、高等职业学校和普通本科高校就读的孤儿": {"orphan+senior-high", "higher-ed+orphan"},
    "不持有居住证的外来人员": {"non-local"},
    "救助大重病患者": {"serious-illness"},
    "患有糖尿病的老年人": {"chronic-illness+elderly"},
    "对急需救治的被害人先行垫付": {"crime-victim+emergency"},
    "收入低于当地居民平均生活水平的老年人": {"elderly+low-income"},
    "在低收入人口动态监测平台登记残疾人": {"disabled"},
    "未被认定为最低生活保障边缘家庭的残疾人": {"disabled"},
    "听障儿童": {"disabled+minor"},
    "受虐待儿童": {"minor+violence-victim"},
    "打拐解救妇女": {"crime-victim+female"},
    "先天性心脏病患儿": {"minor+serious-illness"},
    "危重孕产妇": {"female+serious-illness"},
    "急难型救助对象": {"emergency+hardship"},
    "适龄残疾儿童、少年": {"compulsory+disabled+minor"},
    "享受最低生活保障待遇家庭的残疾儿童": {"dibao+disabled+minor"},
    "农村易返贫致贫人口": {"antipoverty+rural"},
    "需要急救但身份不明的患者": {"emergency+unidentified"},
    "特殊教育学校在校学生": {"disabled+student"},
    "做好残疾人工作": {"disabled"},
    "享受最低生活保障或者特困人员救助供养待遇的，差额补足": {"dibao", "tekun"},
    "参照国家有关标准对特困人员进行评估": {"tekun"},
    "残疾人教育专家委员会": set(),
    "参照当地对在职职工的规定": set(),
    "支出型临时救助对象": {"rigid-expenditure"},
    "认知障碍老年人": {"elderly+mental"},
    "抗战老兵": {"veteran"},
    "困难党员": {"hardship"},
    "进城就业的农村劳动者": {"migrant-worker"},
    "因贫失学的儿童": {"hardship+minor"},
    "老年人、孕期和哺乳期的妇女遭受家庭暴力的": {"elderly+violence-victim", "female+violence-victim"},
    "刑满释放和接受社区矫正的未成年人": {"minor+released"},
    "健全社会救助家庭经济状况核对机制": set(),
    "制定基本生活救助家庭财产标准": set(),
    "对社会救助家庭给予照顾": {"hardship"},
    "确保留守儿童不因贫困而失学": {"left-behind+minor"},
    "遭受家庭暴力侵害的未成年受害人": {"minor+violence-victim"},
    "遭受严重家庭暴力侵害的妇女": {"female+violence-victim"},
    "农村劳动者": {"rural+working-age"},
    "鼓励劳动者自主创业、自谋职业": {"working-age"},
    "劳动者自主创业、自谋职业的，给予补贴": {"self-employed+working-age"},
    "完善教职工值班制度": set(),
    "困难教职工": {"hardship+worker"},
    "婴幼儿照护服务机构": set(),
    "公布残疾人口变动的主要数据": set(),
    "收入低微的老年人": {"elderly+low-income"},
    "老养残家庭": {"disabled+elderly"},
    "无劳动能力、无生活来源、无法定赡养人的老年人": {"elderly+no-supporter"},
    "患有艾滋病、结核病等传染病的困难群众": {"hardship+serious-illness"},
    # near misses
    "学习有困难的学生": {"student"},
    "防止被拐卖儿童的宣传": {"minor"},
    "职业病防治": set(),
    "罕见病用药": set(),
    "义务教育以外的学生": {"student"},
    "老战士、老专家": set(),
    "残疾人工作委员会": set(),
    "申请救助家庭经济状况核对": set(),
    "财产符合特困人员财产状况规定": set(),
    "特困人员财产状况认定标准": {"tekun"},
    "从学前教育到高等教育的家庭经济困难学生": {"hardship+student"},
    "预防婴儿出生缺陷": set(),
    "同时具备下列条件的老年人：（一）无劳动能力；（二）无生活来源": {"elderly"},
}
CONDITIONS = {
    "当事人因经济困难没有委托代理人的，可以申请法律援助": {"hardship+litigant"},
    "被告人因经济困难或者其他原因没有委托辩护人的，可以申请": {"hardship+litigant", "litigant"},
    "居住在城镇的居民，在劳动年龄内，有劳动能力但处于无业状态的，应当登记": {
        "able-bodied+unemployed+urban+working-age"
    },
    "因经济困难申请的，应当如实说明": {"hardship"},
    "社区矫正对象、刑满释放人员有劳动能力的，应当提供培训": {"able-bodied+released"},
    "具有本市户籍或者持有居住证的家庭可以申请": {"local-hukou", "residence-permit"},
    "年满六十周岁的公民可以免费乘车": {"elderly"},
    "八十周岁以上的低收入老年人享受高龄津贴": {"low-income+senior"},
    "90周岁至99周岁的，每人每月100元": {"senior"},
    "60至79周岁的，每人每月50元": {"elderly"},
    "16周岁至59周岁的，每人每月50元": set(),
    "家庭人均收入低于低保标准1.5倍的家庭，可以申请": {"low-income"},
    "持有居住证的人员可以在居住地申请": {"residence-permit"},
    "申请人应当具有本县户籍": {"local-hukou"},
    "对受灾群众，应当及时转移安置": {"disaster-hit"},
}
NOBODY = {
    "由申请人向户籍所在地的乡镇人民政府提出": "the place of registration is no group",
    "本市居民适用本办法": "residents are no group",
    "残疾人联合会应当配合做好工作": "a body named after people",
    "妇女联合会、工会参与调解": "bodies named after people",
    "经济困难的标准由省人民政府确定": "a standard, not people",
    "按照当地城镇居民人均可支配收入的10%确定": "a measure, not people",
    "向广大职工宣传社会救助政策": "the audience of publicity",
    "组织青年志愿者参与社会救助服务": "helpers who are mobilised",
    "组织实施灾民救助、医疗救助、临时救助等工作": "a person word inside a list of aids",
    "老年大学免费开放": "an institution named after people",
    "根据《残疾人保障法》制定本办法": "the title of an act",
    "法律援助人员应当保守秘密": "helpers",
    "对主要致残因素实施监测": "causes of disability",
    "减少残疾的发生": "disability that is prevented",
    "申请有困难的，可以委托他人": "difficulty in applying is no hardship",
    "对经济困难的地区给予补助": "a place, not people",
    "根据残疾人数量、分布等情况，制定设置规划": "what a plan depends on",
}


@pytest.mark.parametrize("text", COORDINATION)
def test_coordination(text):
    assert alternatives(text) == COORDINATION[text]


@pytest.mark.parametrize("text", WORDS)
def test_words_for_people(text):
    assert alternatives(text) == WORDS[text]


@pytest.mark.parametrize("text", CONDITIONS)
def test_conditions(text):
    assert alternatives(text) == CONDITIONS[text]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_benefits(text):
    assert alternatives(text) == set(), NOBODY[text]


def test_the_most_specific_value_stands_alone():
    assert alternatives("对困难的特困人员给予救助") == {"tekun"}


def test_town_and_country_are_two_kinds_of_people_in_one_order():
    both = order_of(around("第一条 救助。\n")).groups((frozenset({"rural", "urban", "dibao"}),))
    assert both == Groups((("dibao", "urban"), ("dibao", "rural")))


def test_an_aid_named_after_people_speaks_of_them_where_nobody_else_is_named():
    assert alternatives("特困人员供养标准由省人民政府确定") == {"tekun"}
    assert alternatives("对孤老给予特困人员供养") == {"elderly"}


def test_those_an_exception_names_are_left_out():
    reading = read("除特困人员外，低保对象按照标准的八成给予补助")
    assert (reading.groups, reading.excluded) == (Groups((("dibao",),)), Groups((("tekun",),)))


def test_those_beyond_whom_others_are_meant_are_left_out():
    reading = read("对低保对象、特困人员以外的困难群众给予补助")
    assert set(reading.excluded) == {("dibao",), ("tekun",)}
    assert set(reading.groups) == {("hardship",)}


def test_a_scheme_is_for_those_named_behind_it():
    assert alternatives("国家建立残疾人福利制度，对重度残疾人给予护理补贴") == {"severely-disabled"}


def test_a_negation_holds_for_the_whole_list():
    reading = read("对不符合低保、特困供养条件的重病患者给予救助")
    assert set(reading.excluded) == {("dibao",), ("tekun",)}
    assert set(reading.groups) == {("serious-illness",)}


def test_those_a_negation_names_are_left_out():
    reading = read("对未纳入低保的重度残疾人给予补贴")
    assert (reading.groups, reading.excluded) == (Groups((("severely-disabled",),)), Groups((("dibao",),)))


def test_items_are_alternatives_under_their_stem():
    text = "第一条 被告人属于下列人员之一的，应当指派律师：\n（一）未成年人；\n（二）盲人；\n（三）其他人员。"
    assert set(read(text, text[4:]).groups) == {("litigant", "minor"), ("disabled", "litigant"), ("litigant",)}


def test_a_part_of_those_just_named():
    text = "第一条 救助站应当接待流浪乞讨人员。对其中的老年人、残疾人，应当护送。"
    reading = read(text, "对其中的老年人、残疾人，应当护送")
    assert set(reading.groups) == {("elderly", "vagrant"), ("disabled", "vagrant")}


def test_the_stem_joins_every_alternative():
    order = order_of(around("老年人"))
    reading = GroupReading(Groups((("elderly",), ("disabled",)))).merge(Groups((("rural",),)), order)
    assert reading.groups == Groups((("elderly", "rural"), ("disabled", "rural")))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["老年人", "残疾", "儿童", "困难", "的", "、", "和", "，", "中的", "低保", "家庭", "除", "外"])
    )
)
def test_any_order_of_words_is_read(words):
    text = "".join(words) or "无"
    known = order_of(around(text)).facets.keys()
    assert read(text).groups.ids() <= known


def test_a_part_of_a_coordination_is_part_of_each():
    text = "低保家庭和低保边缘家庭中的重度残疾人、重病患者可以单独申请"
    assert alternatives(text) == {
        "dibao+severely-disabled",
        "dibao-margin+severely-disabled",
        "dibao+serious-illness",
        "dibao-margin+serious-illness",
    }


def test_what_is_explained_gives_way_to_its_explanation():
    assert alternatives("救助对象包括低保对象和特困人员") == {"dibao", "tekun"}
    assert alternatives("对老年人、残疾人等困难群体给予帮助") == {"elderly", "disabled"}


def test_a_measure_and_a_comparison_name_nobody():
    assert alternatives("按照城市低保标准的6倍以内核定") == set()
    assert alternatives("救助标准为城市低保标准的1至3倍") == set()
    assert alternatives("农村低保标准为每人每月500元") == {"rural"}
    assert alternatives("补助比例略低于低保对象") == set()


TERMS = """某县就业帮扶办法

第一条 为帮助低保家庭和低保边缘家庭中有劳动能力的成员（以下统称救助对象）就业，制定本办法。

第二条 对救助对象给予岗位补贴。

第三条 本办法所称受灾人员，是指因洪涝灾害造成生活困难的人员。

第四条 对受灾人员给予补助。
"""


def test_the_documents_own_term_means_what_it_defines():
    reading = read(TERMS, "对救助对象给予岗位补贴")
    assert set(reading.groups) == {("able-bodied", "dibao"), ("able-bodied", "dibao-margin")}


def test_a_closer_word_keeps_its_own_reading():
    assert read(TERMS, "对受灾人员给予补助").groups == Groups((("disaster-hit",),))


def test_a_very_long_stretch_is_read_in_steps_that_do_not_grow():
    text = "困难的残疾人、老年人和对其中的低保对象，医疗、住房、" * 3000
    assert read(text).groups.ids() >= {"disabled", "elderly"}


RELATIVES = "第一条 对符合下列条件的烈士遗属给予补助：\n（一）{}无生活来源的；\n（二）{}患有残疾的。\n"


@pytest.mark.parametrize(
    ("relatives", "expected"),
    [
        (("父母", "子女"), {"entitled-group+hardship", "disabled+entitled-group"}),
        (("本人", "本人"), {"disabled+entitled-group+hardship"}),
    ],
)
def test_conditions_on_one_relative_after_the_other_are_alternatives(relatives, expected):
    context = around(RELATIVES.format(*relatives))
    clause, start, _ = place(context, "对符合下列条件的")
    end = context.text.rindex("。")
    assert {"+".join(a) for a in find_groups(context, clause, start, end).groups} == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("对确无监护能力的", {"minor", "vagrant", "no-supporter"}),
        ("对有不良习惯的", {"minor", "vagrant"}),
        ("符合条件的", {"minor", "vagrant"}),
        ("无法查明住址的", {"minor", "vagrant"}),
        ("国家另有规定的", set()),
        ("材料不齐全的", set()),
        ("对处理决定不服的", set()),
        ("对从事教育工作的", set()),
        ("对弄虚作假的", set()),
    ],
)
def test_a_condition_alone_holds_of_those_named_before(condition, expected):
    text = f"第一条 民政局应当评估流浪未成年人的情况；{condition}，由救助管理机构帮助解决。\n"
    context = around(text)
    clause, start, end = place(context, f"{condition}，由救助管理机构帮助解决")
    before = read(text, "民政局应当评估流浪未成年人的情况").groups
    people = find_groups(context, clause, start, end).among(before, order_of(context))
    assert {i for a in people.groups for i in a} == expected
