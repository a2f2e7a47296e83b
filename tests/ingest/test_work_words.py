"""What kind of work the words of a sentence speak of, family by family, beside near misses that are other work."""

import pytest

from tests.ingest.test_acts import read

WORK = {
    # teaching what is right is publicity, schooling is not; lists of services are services
    "学校应当加强男女平等教育": {"publicise"},
    "学校应当加强学前教育": {"implement"},
    "幼儿园开展保育教育活动": {"implement"},
    "安全指导、巡访探视等安全保障服务": {"service"},
    "民政局负责安全指导、巡访探视等工作": {"guide", "monitor"},
    "县人民政府统筹制定救助规划": {"plan"},
    "县人民政府统筹救助资源": {"coordinate"},
    # what is ordered back is a sanction; what is learnt is watched only where it is news of somebody
    "民政局责令单位追回救助金": {"sanction"},
    "民政局责成村民委员会看望老人": {"supervise"},
    "监护人应当掌握科学的养育方法": set(),
    "村民委员会应当掌握老人的生活状况": {"monitor"},
    "民政局提供医疗费用": {"pay"},
    "民政局提供医疗服务": {"service"},
    "任何人不得侵占救助设施": set(),
    "任何人不得侵占救助资金": {"fund"},
    "法律援助机构向单位查证": {"investigate"},
    # a scheme set up for people is carried out, a grant scheme pays, rules are policy
    "县人民政府应当建立临时救助制度": {"implement"},
    "县人民政府应当建立高龄津贴制度": {"pay"},
    "县人民政府应当完善临时救助制度": {"policy"},
    "县民政局应当建立需求评估制度、岗位补贴等制度": {"policy"},
    "县民政局应当建立家境评估、岗位补贴等制度": {"investigate", "pay"},
    "市发展改革委应当建立收费机制": {"policy"},
    "市人民政府建立失信联合惩戒机制": {"sanction"},
    "县人民政府建立财政投入增长机制": {"fund"},
    # how much people get is paid, without a verb; a standard is policy
    "救助金额一般不超过低保月标准的3倍": {"pay"},
    "住院费用救助比例不低于70%": {"pay"},
    "临时救助标准不低于低保月标准的3倍": {"policy"},
    "救助比例由市人民政府确定": {"policy"},
    # the word that closes a list of facts is shared by all before it
    "公安局提供申请救助家庭的户籍、车辆登记信息": {"inform"},
    "民政局提供救助服务和心理疏导": {"service"},
    # daily management closes a list of work; what others settled only says which thing is meant
    "民政局负责申请受理、审核审批等日常管理工作": {"accept", "investigate", "decide"},
    "民政局负责基金管理工作": {"fund"},
    "民政局落实联席会议确定的工作任务": {"implement"},
    "民政局落实救助金额的确定工作": {"decide"},
    # help comes first, papers follow; money goes into the account of those helped, or of an office
    "镇人民政府对困难群众先行救助": {"implement"},
    "救助金由县财政局打入救助对象银行账户": {"pay"},
    "救助金由县财政局转入财政专户": {"fund"},
    # vocational education is training where it is given, and a field where it only says what is reformed
    "学校开展职业教育": {"train"},
    "教育局协调职业教育改革重大事项": {"coordinate"},
    "教育局负责职业教育工作": {"train"},
    "鼓励企业吸纳就业": {"mobilise"},
    "鼓励困难群众就业": set(),
    # what is supervised is no work of its own, also where its name holds a verb
    "民政局应当加强对高龄津贴发放情况的监督检查": {"supervise"},
    "民政局对补贴发放到位的家庭进行回访": {"monitor"},
    # money into people's accounts is paid, into an office's is funding
    "财政局将资金拨付到救助对象个人账户": {"pay"},
    "财政局将资金拨付到乡镇账户": {"fund"},
    "基金用于支付个人账户养老金部分": {"fund"},
    # so much a head is paid; signing an opinion is looking into it
    "80至89周岁老人每人每月60元": {"pay"},
    "80至89周岁老人每人每月登记一次": {"accept"},
    "镇人民政府签署意见": {"investigate"},
    "县人民政府签署决定": {"decide"},
    "村民委员会对补贴对象进行生存认证": {"investigate"},
    "医保局解除服务协议": {"sanction"},
    "医保局签订服务协议": {"implement"},
    # rewards in money; a telephone for complaints is none
    "对创业基地给予一定奖补": {"pay"},
    "民政局公布监督投诉电话": {"inform"},
    # what is forecast, registers that are drawn up, plans that are
    "气象局负责灾害天气的监测预报": {"monitor"},
    "镇人民政府编制救助台账": {"inform"},
    "镇人民政府编制救助规划": {"plan"},
    "民政局对受灾群众进行心理援助": {"service"},
    # helping with a list of nouns is helping with each
    "村民委员会协助做好申请初查、民主评议和公示工作": {"investigate", "inform"},
    "村民委员会协助申请救助": {"accept"},
    # decisions from above are carried out, laying out work is coordinating
    "县民政局贯彻落实省委、省政府关于社会救助的决策部署": {"implement"},
    "县民政局部署社会救助工作": {"coordinate"},
    # what something is taken into: publicity of the law, an assessment, a range
    "司法局将救助法规纳入普法宣传内容": {"publicise"},
    "县人民政府将救助工作纳入绩效评价": {"supervise"},
    "县人民政府将救助工作纳入救助范围": {"implement"},
    "与社会力量帮扶精准对接": {"coordinate"},
    # papers handed in behind an application belong to it
    "申请人应当向民政局提出申请，并提交身份证明": {"accept"},
    "申请人应当向民政局提出申请，并向财政局报告收入": {"inform"},
    # a scheme of rules that is made, and one that is made and carried out
    "民政局制定实施方案": {"policy"},
    "民政局制定实施救助政策": {"policy", "implement"},
    # opinions that confirm, papers on which a benefit ends, and amounts that stay
    "民政局提出审核确认意见": {"investigate", "decide"},
    "民政局提出审批意见": {"decide"},
    "民政局办理低保金减发、停发手续": {"decide"},
    "民政局办理入院手续": {"implement"},
    "民政局暂停发放救助金": {"decide"},
    "收入没有变化的，不再调整救助金额": {"decide"},
    # what is deducted from income, and from those who did wrong
    "民政局扣减必要的就业成本": {"investigate"},
    "民政局扣减违约机构的补贴": {"sanction"},
    # costs are paid, people who cannot pay them are helped
    "对自付医疗费用，按照规定给予救助": {"pay"},
    "对无力支付医疗费用的患者给予救助": {"implement"},
    "实行护理补贴": {"pay"},
    "实行岗位责任": {"implement"},
    "县人民政府安排保障金用于职业培训": {"fund"},
    "为残疾人免费适配辅助器具": {"service"},
    # wrongs are dealt with, the public only looks on
    "对骗取救助的，依法严肃处理": {"sanction"},
    "救助情况每季度向社会公布，自觉接受社会监督": {"inform"},
    "救助资金应当接受审计局的审计监督": {"audit"},
    # into what something is taken
    "医保局将康复项目纳入基金支付范围": {"policy"},
    "民政局将失能老人纳入日间照料": {"service"},
    "民政局将对象纳入动态监测范围": {"monitor"},
    # more of what
    "民政局应当增加走访频次": {"monitor"},
    "民政局应当拓宽筹资渠道": {"fund"},
    "妇联应当提高妇女职业技能": {"train"},
    # orders with a term punish, orders to look after somebody do not
    "由民政局责令限期交还": {"sanction"},
    # help in services
    "卫生院应当为孕妇安排健康检查": {"service"},
    "财政局应当安排工作经费": {"fund"},
    "卫生院为居民提供健康指导": {"service"},
    "民政局为敬老院提供业务指导": {"guide"},
    "法院应当依法为其提供司法救助": {"service"},
    "救助站为老年人免费提供政策咨询、在线查询等服务": {"service", "inform"},
    "敬老院为老人提供助餐指引、用药指导、优先挂号等服务": {"service"},
    "公安机关应当解救被拐儿童": {"service"},
    "由敬老院给予妥善照顾": {"service"},
    # what is enjoyed
    "失能老人享受免费护理": {"service"},
    "其遗属享受定期抚恤金待遇": {"pay"},
    "其家庭享受医疗救助": {"implement"},
    # complaints
    "民政局受理投诉和举报": {"accept"},
    "工会接受职工的求助、投诉": {"accept"},
    "民政局受理异议": {"appeal"},
    "派出所应当受理受害人的投诉": {"accept"},
    "妇联应当认真接待妇女投诉": {"accept"},
    "派出所不得将求助者拒之门外": {"accept"},
    # quarrels, wrongs and cases
    "司法所应当调处婚姻纠纷": {"implement"},
    "居民委员会参与邻里矛盾的调解": {"implement"},
    "村民委员会做好家庭纠纷的疏导、化解工作": {"implement"},
    "心理机构应当提供情绪疏导": {"service"},
    "检察院应当依法提起公诉": {"decide"},
    "受害人可以向法院提起诉讼": {"appeal"},
    "公安机关应当依法立案侦查": {"investigate"},
    "公安机关应当依法立案": {"accept"},
    "检察院应当提出检察建议": {"advise", "supervise"},
    "工会应当提出建议": {"advise"},
    "学校应当落实强制报告责任": {"monitor"},
    # what is put in place and pooled
    "民政局落实培训补贴政策": {"implement"},
    "中央财政通过专项渠道，对孤儿保障给予适当补助": {"fund"},
    "县级财政通过一卡通发放补贴": {"pay"},
    "民政局落实培训补贴资金": {"fund"},
    "妇联应当健全维权工作网络": {"advocate"},
    "民政局应当健全养老服务网络": {"implement"},
    "民政局应当整合社会资源": {"mobilise"},
    "民政局应当整合部门资源": {"coordinate"},
    "民政局加强政府救助与社会力量衔接": {"coordinate"},
    "民政局加强医疗救助和慈善救助的有效衔接": {"coordinate"},
    "民政局做好救助、帮扶和衔接工作": {"implement", "coordinate"},
    "民政局开展社会救助服务": {"service"},
    "民政局开展社会救助工作": {"implement"},
    "民政局受理低保申请": {"accept"},
    "民政局接到举报后，应当及时处置": {"appeal"},
    "民政局接到申请后，应当及时处置": {"implement"},
    "任何人有权向民政局提出检举": {"inform"},
    # standards that are fixed, and amounts
    "收费标准，由县民政局核定": {"policy"},
    "家庭收入，由县民政局核定": {"investigate"},
    "民政局测算资金需求": {"fund"},
    "结算周期由民政局确定": {"policy"},
    "救助对象由民政局确定": {"decide"},
    "民政局应当明确结算办法": {"policy"},
    "结算办法由民政局明确": {"policy"},
    # papers and money that are handed out
    "民政局发放《救助证》": {"implement"},
    "民政局发放明白卡": {"publicise"},
    "民政局发放救助金": {"pay"},
    "民政局增发生活补助": {"pay"},
    "民政局增发低保金": {"decide"},
    # what is carried out
    "禁止实施家庭暴力": set(),
    "司法局实施法律援助": {"implement"},
    "公安机关为孤儿办理户口登记": {"implement"},
    "法律援助机构办理法律援助案件": {"service"},
    "民政局启动部门协调机制": {"coordinate"},
    "教育局普及义务教育": {"implement"},
    "教育局普及防灾知识": {"publicise"},
    "民政局制定和落实帮扶措施": {"policy", "implement"},
    "民政局宣传、贯彻本办法": {"publicise", "implement"},
    "儿童依法接受并完成义务教育": set(),
    "妇联应当组织、协调、督促有关部门做好工作": {"implement", "coordinate", "supervise"},
    "禁止组织、引导儿童乞讨": {"mobilise"},
    # whom one lets oneself be guided by
    "民政局接受上级指导、监督": {"guide", "supervise"},
    "民政局接受社会监督": {"supervise"},
    "卫生局给予支持和指导": {"implement", "guide"},
    # fields, limits and descriptions that are no work
    "机构在审批、收费等方面执行相同政策": {"implement"},
    "民政局在各自职责范围内做好规划的实施、监测工作": {"implement", "monitor"},
    "资金筹集使用情况应当向社会公开": {"inform"},
    "民政局配备人员编制": {"implement"},
    "村委会协助做好养老服务监督检查工作": {"supervise"},
    "民政局对接受救助的家庭开展回访": {"monitor"},
    "民政局对接卫生部门": {"coordinate"},
    "残疾军人的护理费，由所在军队按照军队有关规定发给": {"pay"},
    "伤残军人的护理费，按照国家规定执行": {"pay"},
    "收费标准，按照国家规定执行": {"implement"},
    "对伤者的医疗费用，由县人民政府予以保障": {"pay"},
    "对学校的办公经费，由县人民政府予以保障": {"fund"},
    # money between treasuries, and for harm
    "中央财政给予适当补助": {"fund"},
    "省财政对各地给予补助": {"fund"},
    "省财政对患者给予补助": {"pay"},
    "财政局对参保居民给予补助": {"pay"},
    "造成损失的，应当依法赔偿": {"sanction"},
    "由保险公司依法赔偿": {"pay"},
    # schemes that have to say something
    "安置方案应当明确安置人数": {"plan"},
    "民政局应当明确安置人数": {"implement"},
    "救助标准，由县民政局核定，并根据需要进行调整": {"policy"},
    "收费事项，由县民政局核定，并根据需要进行调整": {"implement"},
    "民政局将补助标准提高到每月五百元": {"policy"},
    "民政局将低保对象增加到五百人": {"implement"},
    "民政局实行统一的保障标准": {"policy"},
    "民政局实行分级管理": {"implement"},
    "民政局推行护理津贴制度": {"pay"},
    "民政局优化办理流程": {"policy"},
    "市人民政府成立工作领导小组": {"coordinate"},
    # a verb behind an adverb is work, however its object ends
    "民政局审核申请，及时发放资金": {"pay"},
    "民政局审核申请，依法调查处理机构内的违规行为": {"investigate", "decide"},
    "救助资金发放标准由财政局制定": {"policy"},
    # who is named to do it
    "民政局应当指定专人负责低保审核": {"investigate"},
    "民政局应当指定专人": set(),
    # people are brought where they are looked after, papers are sent
    "公安机关应当将伤者送医院": {"service"},
    "公安机关应当将案卷送法院": {"inform"},
    # measures say nothing of their own, waivers do
    "民政局参与涉及老年人的地方法规的制定": {"policy"},
    "学校对贫困学生免除学费、发放助学金": {"implement", "pay"},
    "民政局对老人购买辅具给予补助": {"pay"},
    "低保审核的具体程序，按照国家规定执行": {"investigate"},
    "县人民政府建立与养老服务需求相适应的财政投入增长机制": {"fund"},
    "县人民政府建立和监督养老服务机构": {"implement", "supervise"},
    "农村低保标准不低于城市低保标准的七成": {"policy"},
    "申请人收入低于低保标准": set(),
    "民政局为青年提供创业支持等服务": {"service"},
    "民政局为老人提供住房等扶持": {"implement"},
    "民政局应当增加普惠托育服务供给": {"service"},
    "患者接受康复服务": {"service"},
    "患者接受捐赠": set(),
    # heading work is carrying it out, leading a mechanism coordinates
    "县人民政府领导本行政区域的养老服务工作": {"implement"},
    "县人民政府应当加强对助残工作的领导": {"implement"},
    "县人民政府加强统一领导": {"coordinate"},
    # praise is no work, also where it is only seen to
    "民政局对先进单位予以表彰或者奖励": set(),
    "民政局对困难家庭予以救助": {"implement"},
    # what is taken upon oneself
    "民政局承担上级交办的其他事项": {"implement"},
    "民政局承担评审事项的受理": {"accept"},
    "医疗机构承担抢救费用": {"fund"},
    # what people get
    "符合条件的公民可以获得法律援助": {"implement"},
    "符合条件的公民可以获得交通补助": {"pay"},
    "居民可以获得证书": set(),
    # papers sent are information, money given up or turned somewhere is funds
    "民政局向镇人民政府发送名单": {"inform"},
    "学校向教育局寄送学籍证明": {"inform"},
    "罚没收入上缴国库": {"fund"},
    "补助资金应当向边远乡镇倾斜": {"fund"},
    "工作力量应当向边远乡镇倾斜": set(),
    # weighing something is no work, what is done then is
    "民政局应当考虑为老人服务的便利性等因素，合理布局站点": set(),
    "民政局应当考虑服务半径等因素，建设服务设施": {"implement"},
    # by what means
    "民政局推行远程监控、无线呼叫等智能化技术手段": {"implement"},
    "妇联支持受害妇女向人民法院起诉": {"advocate"},
    "妇联支持妇女创办企业": {"mobilise"},
    # more of a benefit, and a fine that is a noun
    "获得荣誉称号的，增发15%": {"pay"},
    "对主管人员处三千元以上五千元以下的罚款": {"sanction"},
    "法律援助机构可以要求申请人作必要的补充": {"accept"},
    "县人民政府可以要求有关部门作出说明": {"supervise"},
    # from which month on
    "民政局在审核确认当月起发放补贴": {"pay"},
    # who supports whom only describes
    "补助金发给由职工抚养的孤儿": {"pay"},
    # who may stop a wrong
    "任何人有权劝阻、制止": {"appeal"},
    "公安机关应当制止": {"implement"},
    "村民委员会应当予以劝诫": {"sanction"},
    # schemes, limits and accounts
    "民政局应当完善救助方案": {"policy"},
    "市应急局应当完善应急预案": {"plan"},
    "民政局合理设置封顶线": {"policy"},
    "民政局设置无障碍标识": {"implement"},
    "民政局开设基金支出户": {"fund"},
    "学校开设兴趣课程": {"implement"},
    "财政局安排创业服务补助": {"fund"},
    "民政局安排住宿": {"implement"},
    "县人民政府统筹利用补助资金": {"fund"},
    "县人民政府统筹利用闲置校舍": {"coordinate"},
    "财政局、民政局做好基金清理和对账工作": {"fund"},
    # what is checked by samples: how work is done, or facts
    "省民政厅对各地低保工作开展情况进行抽查": {"supervise"},
    "民政局对申请家庭进行抽查": {"investigate"},
    # plans that people are made part of, and papers that are made up for
    "县人民政府将流浪儿童纳入康复总体安排": {"plan"},
    "镇人民政府及时补办审批手续": {"decide"},
    "受援人及时补办有关手续": {"accept"},
    # visits, views and records
    "村民委员会应当建立随访制度": {"monitor"},
    "村民委员会应当建立议事制度": {"policy"},
    "人力资源社会保障局建立综合评价指标体系": {"supervise"},
    "人力资源社会保障局开展群众满意度调查": {"supervise"},
    "民政局建立从业人员信用记录": {"inform"},
    "民政局加强守信联合激励、失信联合惩戒": {"sanction"},
    "医保局暂停拨付垫付的资金": {"sanction"},
    "民政局选树先进典型": {"publicise"},
    "县人民政府主动回应社会关切": {"publicise"},
    "人力资源社会保障局实施技能人才培训计划": {"train"},
    "就业服务机构提供劳动关系等方面的咨询指导": {"service"},
    # all work together
    "各部门应当形成合力": {"coordinate"},
    # what is weighed in doing it
    "确定救助金额，应当综合考虑家庭收入": {"decide"},
    "确定救助金额，应当遵守纪律": set(),
    # papers of who applies, and facts
    "申请人应当如实提供相关证明材料": {"accept"},
    "申请人应当如实提供家庭收入信息": {"inform"},
    "各地要采取有效措施，积极拓宽救助资金来源渠道": {"fund"},
    "各地要采取有效措施，防止侵占救助资金": {"implement"},
    "民政局在实践中总结完善救助政策": {"policy"},
    "各地制定救助方案": {"policy"},
    "救助站制定个案救助方案": {"implement"},
    # several kinds of work about one matter
    "民政局应当加强对养老机构的管理和监督": {"implement", "supervise"},
    "县人民政府应当加强对青年就业的指导和服务": {"guide", "service"},
    "镇人民政府负责对困难家庭的帮扶、走访工作": {"implement", "monitor"},
    "民政局应当对养老机构的管理情况进行监督": {"supervise"},
    "物业单位负责避难场所的维护、管理": {"implement"},
    # whose rights are kept
    "妇联应当保护妇女的合法权益": {"advocate"},
    "公安机关应当保障被拐儿童的人身权利": {"advocate"},
    "村民委员会开展调解，维护老年人合法权益": {"implement", "advocate"},
    "村民委员会开展调解，维护社会稳定": {"implement"},
    "公安机关应当保护现场": {"implement"},
    # that one does one's duty says nothing of what it is
    "民政局依法履行下列职责": set(),
    "公安机关应当依法履行职责，加强巡查": {"supervise"},
    "民政局应当依法履行监护职责": {"implement"},
    # praise beside help, and revenge
    "对救人者予以奖励和保护": {"implement"},
    "对救人者予以表彰、奖励": set(),
    "用人单位不得打击报复": set(),
    "公安机关依法打击犯罪": {"sanction"},
    # whose purse bears a cost
    "孤儿参加意外保险所需费用由县人民政府承担": {"pay"},
    "孤儿的体检费用由同级财政承担": {"fund"},
    "敬老院的工作经费由民政局承担": {"fund"},
    "学校应当为孤儿提供情感抚慰": {"service"},
    # joining insurance is what those insured do
    "职工应当参加工伤保险": {"implement"},
    "用人单位按照规定参加失业保险": {"implement"},
    "学生参加升学考试": set(),
    "民政局资助孤儿参加医疗保险的个人缴费部分": {"pay"},
    # wrongs that anybody reports, and a case of one's own
    "任何组织和个人有权向公安机关举报": {"inform"},
    "任何人都有权劝阻、制止或者向有关部门提出控告": {"inform"},
    "任何单位和个人有权向民政局投诉、举报": {"appeal"},
    "申请人可以向民政局举报": {"appeal"},
    "受害人可以向人民法院申请人身安全保护令": {"accept"},
    # two things that belong together
    "司法救助应当与宣传教育相结合": {"coordinate"},
    "给予救助，与心理治疗相配套": {"coordinate"},
}


@pytest.mark.parametrize(("text", "work"), WORK.items(), ids=WORK)
def test_work(text: str, work: set[str]) -> None:
    assert read(text)[-1][1] == work
