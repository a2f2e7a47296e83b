"""Quantities that a rule sets: kind, comparator, value and unit of every spelling, and numbers that set nothing."""

import pytest

from tests.ingest.quantity_helpers import short

MONEY = [
    (
        "城市低保标准为每人每月780元，农村低保标准为每人每年6600元。",
        ["benefit-standard =780元/人/月", "benefit-standard =6600元/人/年"],
    ),
    ("孤儿基本生活养育标准由每人每月1000元提高到每人每月1200元。", ["benefit-standard =1200元/人/月"]),
    (
        "对一级、二级重度残疾人给予每人每月120元护理补贴。",
        ["disability-grade =1级", "disability-grade =2级", "benefit-standard =120元/人/月"],
    ),
    ("租赁补贴标准为每月每平方米8元。", ["benefit-standard =8元/平方米/月"]),
    ("医疗救助年度限额为5万元。", ["benefit-cap =50000元/年"]),
    ("每人每年封顶8000元。", ["benefit-cap <=8000元/人/年"]),
    ("每人每年最高补助1.2万元。", ["benefit-cap <=12000元/人/年"]),
    ("一人一年累计补助控制在1万元以内。", ["duration =1年", "benefit-standard <=10000元/年"]),
    ("补助期限为一年，每人补助1万元。", ["duration =1年", "benefit-standard =10000元/人"]),
    ("年度救助限额不低于3万元，最高不超过10万元。", ["benefit-cap >=30000元/年", "benefit-cap <=100000元"]),
    ("起付线为1200元，起付线以上部分按65%给予补助。", ["deductible =1200元", "rate =65%"]),
    ("对特困人员、低保对象取消救助起付标准。", ["deductible =0元"]),
    ("街道可以在3000元限额内先行救助。", ["benefit-cap <=3000元"]),
    ("街道可以在2000元额度内直接审批。", ["amount <=2000元"]),
    ("街道一次性给予3000元救助。", ["benefit-standard =3000元"]),
    ("家庭月人均收入在1000元以下，且家庭财产低于5万元的。", ["income-line <=1000元/人/月", "asset-limit <50000元"]),
    ("年人均纯收入低于4000元的农户。", ["income-line <4000元/人/年"]),
    ("1万元以上不满3万元的，救助30%。", ["amount >=10000元", "amount <30000元", "rate =30%"]),
    (
        "对当年考取全日制本科的学生，给予一次性3000元至5000元的救助。",
        ["benefit-standard >=3000元", "benefit-standard <=5000元"],
    ),
    ("倒塌住房重建每户补助2.5万元。", ["benefit-standard =25000元/户"]),
    ("处五千元以上二万元以下的罚款，对责任人处500元罚款。", ["fine >=5000元", "fine <=20000元", "fine =500元"]),
    ("按照每人每日二十元的标准处以罚款。", ["fine =20元/人/日"]),
    ("可以处不超过违法所得三倍的罚款，但是，最高不得超过三万元。", ["fine <=3倍", "fine <=30000元"]),
    (
        "违法所得不足一百万元的，并处十万元以上一百万元以下罚款。",
        ["amount <1e+06元", "fine >=100000元", "fine <=1e+06元"],
    ),
    ("救助金额在5000元以下的由乡镇审批，5000元以上的报县民政局审批。", ["amount <=5000元", "amount >=5000元"]),
    (
        "货币财产总额，3人户以内人均2万元以下，4人户以上人均1.5万元以下。",
        ["count =3人", "asset-limit <=20000元/人", "count =4人", "asset-limit <=15000元/人"],
    ),
    (
        "全护理每人每月不低于1000元，半护理不低于500元。",
        ["benefit-standard >=1000元/人/月", "benefit-standard >=500元"],
    ),
    ("一次性给予1-3万元救助。", ["benefit-standard >=10000元", "benefit-standard <=30000元"]),
    ("机动车购置价格不超过8万元。", ["asset-limit <=80000元"]),
    ("继续发放8个月其原享受的伤残抚恤金。", ["benefit-standard =8月"]),
    ("救助金额一般在20个月的工资总额之内。", ["benefit-cap <=20月"]),
    ("劳动收入不计入的额度每月最高不超过低保标准的2倍。", ["amount <=2倍"]),
    ("救助金每月最高不超过低保标准的2倍。", ["benefit-cap <=2倍"]),
    ("事业经费每年增幅不低于财政收入的增长比例。", []),
    ("申请人经济困难的标准，应当高于本省最低生活保障标准。", ["income-line >1倍"]),
    ("机构集中养育标准应当高于社会散居养育标准。", []),
    ("孤儿养育标准不低于省定养育标准。", ["benefit-standard >=1倍"]),
]

SHARES = [
    ("起付标准，一般不高于上一年度居民人均可支配收入的百分之十。", ["deductible <=10%"]),
    ("对起付标准以上的部分，按照70%的比例报销。", ["rate =70%"]),
    ("人均筹资标准不低于上一年度居民人均可支配收入的百分之三。", ["rate >=3%"]),
    ("对低保对象按不低于70%的比例给予救助，对边缘家庭成员按60%给予救助。", ["rate >=70%", "rate =60%"]),
    ("起付标准按上年居民人均可支配收入的10%左右确定，重病患者按25%左右确定。", ["deductible =10%", "deductible =25%"]),
    (
        "急难型临时救助金额一般不超过当地低保标准的5倍，支出型救助不超过8倍。",
        ["benefit-cap <=5倍", "benefit-cap <=8倍"],
    ),
    ("基本生活标准不低于当地低保标准的1.3倍。", ["benefit-standard >=1.3倍"]),
    ("全自理的按照当地最低工资标准的5%确定，半护理的按15%确定。", ["benefit-standard =5%", "benefit-standard =15%"]),
    ("自负支出达到家庭总收入的80%的，可以申请。", ["rate >=80%"]),
    ("自负支出未达到家庭总收入的80%的，不予救助。", ["rate <80%"]),
    ("岗位补贴标准不低于当地最低工资标准的50%。", ["benefit-standard >=50%"]),
    ("家庭人均收入低于当地最低生活保障标准一点五倍的。", ["income-line <1.5倍"]),
    ("最低生活保障标准1.5倍以内（含1.5倍）的低收入家庭。", ["income-line <=1.5倍"]),
    ("家庭人均收入高于低保标准但低于低保标准2倍的家庭。", ["income-line >1倍", "income-line <2倍"]),
    ("居民消费价格指数单月同比涨幅达到3.5%的，启动联动机制。", ["trigger >=3.5%"]),
    ("本人工资高于当地平均工资300%的，按照当地平均工资的300%计算。", ["amount >300%", "amount =300%"]),
    ("村民代表人数不得少于参加评议总人数的三分之二。", ["rate >=66.67%"]),
    ("应当经到会人员的过半数同意。", ["rate >50%"]),
    ("伤残津贴在上述标准的基础上增加10%。", ["rate =10%"]),
    ("贷款利率上浮不超过3个百分点。", ["rate <=3百分点"]),
    ("按日加收万分之五的滞纳金。", ["rate =0.05%"]),
    ("救助资金省级负担八成，县级负担两成。", ["rate =80%", "rate =20%"]),
    ("水电气价格给予九折优惠。", ["rate =90%"]),
    ("工会代表占1/3。", ["rate =33.33%"]),
    ("失业保险金按照当地最低工资标准的百分之八十确定。", ["benefit-standard =80%"]),
    ("可以预支补助金的50%。", ["rate =50%"]),
    ("按照百分之五十至百分之七十的比例给予救助。", ["rate >=50%", "rate <=70%"]),
    ("对重度残疾人按当地低保标准30%增发救助金。", ["rate =30%"]),
    ("赡养费按照收入超出低保标准1.5倍部分的30%计算。", ["income-line >1.5倍", "rate =30%"]),
    ("社保补贴不超过实际缴费的2/3。", ["rate <=66.67%"]),
]

LINES = [
    ("共同生活的家庭成员人均收入低于当地最低生活保障标准的家庭。", ["income-line <1倍"]),
    ("就业后家庭人均收入超过当地低保标准的。", ["income-line >1倍"]),
    ("按照家庭人均收入低于当地最低生活保障标准的差额发放。", []),
    ("其标准不得低于城市居民最低生活保障标准。", ["benefit-standard >=1倍"]),
    ("补贴水平不低于上年度水平，按照低保标准执行。", []),
    ("收入低于本地平均生活水平的。", []),
]

LIMITS = [
    ("应当自收到申请之日起15日内作出批复。", ["time-limit <=15日"]),
    (
        "应当在收到申请材料后20个工作日内办结，情况复杂的可以延长10个工作日。",
        ["time-limit <=20工作日", "time-limit =10工作日"],
    ),
    ("审核审批时限不超过30个工作日。", ["time-limit <=30工作日"]),
    ("应当在开庭10日前将通知书送交法律援助机构。", ["time-limit <=10日"]),
    ("应当提前三十日通知工会。", ["time-limit <=30日"]),
    ("有效期届满3个月前向原发证机关申请换证。", ["time-limit <=3月"]),
    ("应当在期满前30日内提出续期申请。", ["time-limit <=30日"]),
    ("最迟不超过4个小时上报。", ["time-limit <=4小时"]),
    ("六十日内不到经办机构报告再就业情况的。", ["time-limit <=60日"]),
    ("办理时限由原来的45个工作日缩短为30个工作日。", ["time-limit =30工作日"]),
    ("公示3日无异议的，应当在2个工作日内确认。", ["publicity-period =3日", "time-limit <=2工作日"]),
    (
        "公示时间不少于5个工作日，公示期满后3个工作日内作出决定。",
        ["publicity-period >=5工作日", "time-limit <=3工作日"],
    ),
    ("进行为期7天的公示。", ["publicity-period =7日"]),
    ("在村内公示七日后，报县民政局。", ["publicity-period >=7日"]),
    ("公示后三日内报县民政局。", ["time-limit <=3日"]),
    ("会议召开前3天将议题报办公室。", ["time-limit <=3日"]),
    ("应当在15 个 工作日内办结。", ["time-limit <=15工作日"]),
    ("办理时限为3—5个工作日。", ["time-limit >=3工作日", "time-limit <=5工作日"]),
    ("距法定时效届满不足七日的。", ["trigger <7日"]),
]

DURATIONS = [
    ("由社区跟踪服务满6个月后，办理销号。", ["duration >=6月"]),
    ("累计缴费时间满一年不足两年的为三个月。", ["duration >=1年", "duration <2年", "duration =3月"]),
    ("连续居住满一年且参加社会保险满6个月的非本市户籍人员可以申请。", ["duration >=1年", "duration >=6月"]),
    ("享受低保满12个月的家庭，自就业之月起给予6个月的渐退期。", ["duration >=12月", "duration =6月"]),
    ("救助站的救助期限一般不超过10天。", ["duration <=10日"]),
    ("情节严重的，三年内不得申请社会救助。", ["duration <=3年"]),
    ("离校2年内未就业的高校毕业生。", ["duration <=2年"]),
    ("申请前二年内受过行政处罚的。", ["duration <=2年"]),
    ("责令暂停六个月以上一年以下执业活动。", ["duration >=6月", "duration <=1年"]),
    ("在48小时之内经抢救无效死亡的。", ["duration <=48小时"]),
    ("从事故发生当月起3个月内照发工资。", ["duration <=3月"]),
    ("自结论作出之日起1年后，可以申请复查。", ["duration >=1年"]),
    ("自刑罚执行完毕之日起未逾五年的。", ["duration <=5年"]),
    ("停工留薪期一般不超过12个月，可以适当延长，但延长不得超过12个月。", ["duration <=12月"]),
    ("同一对象单次救助不得突破2000元。", ["benefit-cap <=2000元/次"]),
    ("医疗帮扶一个年度内累计不得突破2万元。", ["benefit-cap <=20000元/年"]),
    ("发放价值600元的康复用品一份。", ["benefit-standard =600元"]),
    ("家庭名下有价值10万元以上机动车辆的。", ["asset-limit >=100000元"]),
    ("为低收入妇女每人发放救助金1万元。", ["benefit-standard =10000元/人"]),
    ("1万元以上3万元（含）以下的，救助40%。", ["amount >=10000元", "amount <=30000元", "rate =40%"]),
    ("在低保标准1.5倍以内的，为相对困难。", ["income-line <=1.5倍"]),
    ("在低保标准1.5倍以内给予救助。", ["benefit-standard <=1.5倍"]),
    ("同一家庭一年内不超过两次。", ["frequency <=2次/年"]),
    ("一年内向有关部门申请。", ["time-limit <=1年"]),
    ("民政局会同财政局每年复核一次。", ["review-interval =12月"]),
    ("民政局会同财政局每年会商一次。", ["frequency =1次/年"]),
    ("对象家庭每年四季度核对一次。", ["review-interval =12月"]),
    ("连续四个季度未领取的。", ["duration =4季"]),
    ("名单张榜公布5日。", ["publicity-period =5日"]),
    ("名单5日内张榜公布。", ["time-limit <=5日"]),
    ("处三年以下有期徒刑。", ["duration <=3年"]),
    ("禁止其一年至五年内担任负责人。", ["duration >=1年", "duration <=5年"]),
    ("距法定退休年龄不足5年的可以延长。", ["duration <5年"]),
    ("每月不超过三个工作日，其工资照发。", ["duration <=3工作日"]),
    ("征求意见期限不得少于30日。", ["duration >=30日"]),
    ("自取得营业执照之日起3年内按规定扣减税费。", ["duration <=3年"]),
    ("在岗时间每日不超过4小时，每周不超过20小时。", ["duration <=4小时", "duration <=20小时"]),
]

MONTHS_OF_PAY = [
    ("发给六个月失业保险金标准的丧葬补助金。", ["benefit-standard =6月"]),
    ("一级伤残为27个月的本人工资。", ["disability-grade =1级", "benefit-standard =27月"]),
    ("累计补助金额不超过本人十个月的失业保险金标准。", ["benefit-cap <=10月"]),
    (
        "每满一年发给一个月、最多不超过十二个月的失业保险金标准计发。",
        ["duration =1年", "benefit-standard =1月", "benefit-cap <=12月"],
    ),
    ("家庭金融资产不超过24个月当地城市低保标准之和。", ["asset-limit <=24月"]),
    ("本人工资是指患职业病前12个月平均月缴费工资。", ["duration =12月"]),
]

RHYTHMS = [
    ("失业保险金由经办机构按月发放。", ["frequency =1次/月"]),
    ("最低生活保障标准按月计算。", []),
    ("符合按月领取基本养老金条件时。", []),
    ("每年至少向社会公布一次收支情况。", ["frequency >=1次/年"]),
    ("至少每三个月公开一次募捐情况。", ["frequency >=1次/3月"]),
    ("联席会议每年举行一至二次。", ["frequency >=1次/年", "frequency <=2次/年"]),
    ("市民政局每半年通报一次，每季度末月25日前汇总。", ["frequency =1次/6月", "reporting-deadline <=25日"]),
    ("原则上城市按月、农村按季复核低保家庭。", ["review-interval =1月", "review-interval =3月"]),
    ("对收入来源不固定的低保家庭，每半年核查一次。", ["review-interval =6月"]),
    ("每季度或者每半年开展一次救助对象数据比对筛查。", ["review-interval =3月", "review-interval =6月"]),
    ("每年11月底前报送下一年度资金需求。", []),
    ("资助对象每学年认定一次。", ["review-interval =12月"]),
    ("受助学生每学期复核一次。", ["review-interval =6月"]),
    ("每学年开展一次家访。", ["frequency =1次/学年"]),
    ("每学期结束前发放补助。", []),
    ("取消其下一学年的受助资格。", []),
    ("每人每年最多享受1次培训补贴。", ["frequency <=1次/年"]),
    ("低保金每月10日前发放到户。", ["reporting-deadline <=10日"]),
    ("每月将个人自付费用超过5000元的患者名单推送民政局。", ["frequency =1次/月", "amount >5000元"]),
    (
        "每季度向民政部门推送个人年度自付费用超过1万元的参保人员信息。",
        ["frequency =1次/季", "amount >10000元/年"],
    ),
    ("对每月超过5000元的部分给予补助。", ["amount >5000元/月"]),
    ("照料护理标准按照全护理、半护理、全自理三档确定。", ["count =3档"]),
    ("已享受低保待遇且低于补贴标准的，按照差额补足。", []),
    ("低保金按月于10日前发放。", ["frequency =1次/月", "reporting-deadline <=10日"]),
    ("于每季度第一个月的10日前报送上季度情况。", ["reporting-deadline <=10日"]),
]

COUNTS = [
    ("每组调查人员不得少于2人。", ["count >=2人"]),
    ("由申请家庭确定一名共同生活的家庭成员作为申请人。", ["count =1名"]),
    ("可以由其中一个户籍所在地的家庭成员提出申请。", ["count =1个"]),
    ("两个或者两个以上用人单位。", ["count >=2个"]),
    ("连续3次拒绝接受介绍的工作的。", ["count =3次"]),
    ("有3项以下（含3项）指标不能达到的。", ["count <=3项"]),
    ("依据以下6项指标综合评估。", ["count =6项"]),
    ("随机抽取3名或者5名相关专家。", ["count =3名", "count =5名"]),
    ("每个乡镇至少配备2名专职工作人员。", ["count >=2名"]),
    ("家庭成员名下拥有2套以上住房的。", ["count >=2套"]),
    ("居民委员会由五至九人组成。", ["count >=5人", "count <=9人"]),
]

AGES_AND_GRADES = [
    ("60周岁以上的老年人和未满16周岁的未成年人。", ["age >=60岁", "age <16岁"]),
    ("年满60周岁、不满80周岁的。", ["age >=60岁", "age <80岁"]),
    ("可继续享有救助供养待遇至18周岁。", ["age <=18岁"]),
    ("对于0—6岁残疾儿童。", ["age >=0岁", "age <=6岁"]),
    ("80至89周岁老年人。", ["age >=80岁", "age <=89岁"]),
    (
        "残疾等级为一、二、三级的智力、精神残疾人。",
        ["disability-grade =1级", "disability-grade =2级", "disability-grade =3级"],
    ),
    ("职工因工致残被鉴定为一级至四级伤残的。", ["disability-grade >=1级", "disability-grade <=4级"]),
    (
        "一级二级残疾或三级四级精神残疾。",
        ["disability-grade =1级", "disability-grade =2级", "disability-grade =3级", "disability-grade =4级"],
    ),
]

NOTHING = [
    ("对取得高一级职业资格证书的残疾人给予奖励。", []),
    ("本办法自2019年10月1日起施行，2012年12月12日印发的办法同时废止。", []),
    ("二〇〇九年一月十日", []),
    ("增强“四个意识”，统筹推进“五位一体”总体布局。", []),
    ("有下列情形之一的，采取下列一项或者多项措施。", []),
    ("材料一次性告知，实行一次审批、分阶段救助。", []),
    ("三级以上公立医院、二级预防网络。", []),
    ("国家实行九年义务教育制度。", []),
    ("法定退休年龄、上一年度、第4个月、第一次讯问。", []),
    ("县、乡两级和其他有关部门给予一定补助。", []),
    ("收支两条线管理，一户一档案。", []),
    ("《关于修改〈海洋保护条例〉等九件地方性法规的决定》。", []),
    ("救助站应当设立24小时值班电话。", []),
    ("各级人民政府应当统一领导，进一步加强工作。", []),
    ("关系千家万户。", []),
    ("对于上述两种情形，要依法处理。", []),
    ("残疾人两项补贴标准动态调整机制。", []),
    ("最多跑一次，材料一式两份。", []),
    ("第一类为特困人员，第二类为低保对象。", []),
]


@pytest.mark.parametrize(("text", "expected"), MONEY)
def test_money(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_limits(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), MONTHS_OF_PAY)
def test_months_of_pay(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), RHYTHMS)
def test_rhythms(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), AGES_AND_GRADES)
def test_ages_and_grades(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOTHING)
def test_nothing(text: str, expected: list[str]) -> None:
    assert short(text) == expected
