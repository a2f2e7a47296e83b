"""Where the subject of a comma piece may stand: before its marker, else before the first word that says what is done.

Verbs in a relative clause, in a prepositional phrase or in a noun (供养标准, 使用者) do not end that stretch.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.acts.matters import submitting
from ingest.grammar import Token, after_de

PERSON = re.compile(
    r"(?:人|人口|孤儿|弃婴|幼儿|婴儿|婴幼儿|少年|移民|者(?<!或者)|(?<!派)员|家庭|(?<![入账专销开落立逐挨到门])户|公民|个人|对象|家属|亲属|律师|居民|村民|群众|学生|父母|子女|妇女|儿童|当事人|一方|成员|双方|教师|青年|农民|职工|"
    r"患者|军人|遗属|配偶|法人|群体|人士|干部|社会力量|社会各界|公众|国家|全社会|用户|考生|班主任|校长|园长|社工|代表|委员|村组|新生|任何单位|任何组织)"
    r"(?:及其[^，。；]{0,20})?(?:没有|尚未|未|不|已经?|均|都|也|仍|确|依法|再|等|一般|首次|初次|提交的?|自|本人|应|可|有权)*$"
)
HAS_GOT = re.compile(r"(?:人员|律师|人|者|员|家庭|对象)(?:接受|收到|接到|领取|取得)[^，。；]{1,16}后$")
_BODY = re.compile(r"(?:机构|单位|企业|组织|学校|站点?|中心)(?:依法|按规定|应当?|可以?)?$")
NOMINAL = re.compile(
    r"(?:标准|权限|职权|情况|结果|材料|意见|信息|名单|方案|资金|对象|事项|记录|报告|制度|政策|费用|人员|机构|程序|条件|数据|档案|经费|需求|办法|"
    r"工作|事务|方式|水平|范围|手续|过程|时限|期限|金额|措施|大厅|方法|规则|流程|规程|目录|清单|依据|职责|责任|体系|机制|渠道|平台|系统|能力|质量|效率|成本)"
)
_ADVERBS = re.compile(  # how a verb is done, no part of a noun (及时发放资金)
    r"(?:并|再|及时|依法|定期|不定期|按时|按期|按规定|妥善|严格|积极|主动|认真|切实|统一|分类|如实|足额|全面|全力|准确|规范|科学|合理|"
    r"公平|公正|免费|优先|直接|一律|共同|分别|逐步|不断|进一步|大力|充分|有效|适时|适当|尽快|立即|全程|逐级|逐户|逐一|同步|同时|持续|精准|"
    r"协同|联合|专门|集中|自行|另行|首先|随时|当场|一次性|书面|口头|抓紧|加快|协调|继续|着力)+"
)
_HOW_DONE = re.compile(  # 审核的具体程序
    r"的(?:具体|有关|相关)?(?:程序|流程|办法|标准|方式|方法|条件|期限|时限|事项|步骤)(?=[，。；由应可按须]|$)"
)
_DOER = re.compile(r"者|人(?![民大力口员工士类均数身])|单位")
ACCOUNT = re.compile(
    r"(?:(?!通过)[^，。；、对向为给]){0,10}(?:专户|专账|账户)(?:中|内|直接|统一|按|列|支|拨|划|核)"
)  # 由财政专户拨付
HAVING = "享有"
_FAILED = re.compile(  # 考核不合格的取消资格: a case, and what is done then
    r"(?:(?:验收|考核|评估|检查|审核|复核|核查|公示)(?:合格|达标|通过|无误|无异议)|不合格|不达标|[未不]通过|未完成[^，。；的]{0,8}|逾期[^，。；的]{0,8}|拒不[^，。；的]{0,8}|不到位)的\Z"
)
OFTEN = re.compile(  # 定期与X对账: how often, before the partner
    r"(?:并|定期|不定期|及时|主动|积极|每(?:个?[年月季周]|半年|季度)|按[月季年]度?|逐[月季年])+"
)
_STATES = frozenset(("accept", "implement", "pay", "appeal", "decide"))
_AIDS = frozenset(("implement", "pay", "service"))
_FOUNDING = frozenset(("成立", "建立", "设立", "组建", "健全", "完善", "构建", "建设", "形成"))  # of no people
_SETTLED = frozenset(("investigate", "decide", "supervise", "audit"))
_FOUND = re.compile(r"(?:结果|结论|情况|意见)(?=在|向|报|及时|由|于|经|应|通过)")  # 检查情况在全县通报
_SHORT, _NAMED = 7, 24  # characters behind 的 that a plain noun, and one for people, may take
_ACTS = frozenset(
    (
        "从事",
        "设立",
        "举办",
        "开办",
        "兴办",
        "开展",
        "参加",
        "使用",
        "办理",
        "变更",
        "进行",
        "享受",
        "接受",
        "购买",
        "招用",
        "录用",
        "建立",
        "组织",
    )
)
_ASKING = frozenset(("经", "向", "报", "报经", "取得"))
_BINDING = ("应当", "不得", "必须", "应")
_BARRING = ("禁止", "严禁", "杜绝", "严格禁止")
_ACT_NAMED = 20  # characters of what is done
_CLOSERS = ("prep", "verb", "role", "marker")


def marker_index(text: str, tokens: list[Token]) -> int | None:
    """The marker of the main clause: no verb before it but in relative clauses or prepositional phrases."""
    for i, token in enumerate(tokens):
        if token.kind != "marker" or (i and tokens[i - 1].kind == "prep" and tokens[i - 1].end == token.start):
            continue
        before = tokens[:i]
        verbs = [t for t in before if t.kind in ("verb", "role")]
        if verbs and before[0] is verbs[0] and _names_act(text, tokens, i):
            return i
        if before and _of_another(text, tokens, i):
            continue  # 由X核定其应当缴纳的保险费
        if token.text.endswith(HAVING) and text.startswith("的", token.end):
            continue  # 妇女享有的权利
        if not verbs or _governed(before, verbs[0], token):
            return i
        closed = max((t.start for t in before if t.kind == "de"), default=-1)
        named = before[-1].kind == "agency" and before[-1].end == token.start  # 不具备条件的统筹地区民政部门可以
        if (
            not named
            and verbs[0].start == before[0].start
            and token.start - closed > _reach(text, verbs[0], closed, token.start)
        ):
            closed = -1
        last = verbs[-1] if _adjoin(before, verbs) else None
        if last is not None and _noun_before(text, last, token) and last is not verbs[0]:
            return i  # 资金筹集使用情况要…
        plain = all(t.end <= closed or after_de(text, t) or _noun_before(text, t, token) for t in verbs)
        return i if plain else None
    return None


def _of_another(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the marker at `at` stands in a description behind 其, in what somebody named by 由 does."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if text[tokens[at].start - 1] != "其" or following is None or not text.startswith("的", following.end):
        return False
    return any(t.kind == "verb" for t in tokens[:at])


def _names_act(text: str, tokens: list[Token], at: int) -> bool:
    """从事代理业务应当经X批准: whether the words before the marker at `at` only name what is done.

    Not where the order is said of the act itself (开展活动应当遵守…), which is no work.
    """
    first, marker = tokens[0], tokens[at]
    bound = first.text in _ACTS and marker.text in _BINDING and marker.start - first.end <= _ACT_NAMED
    plain = all(t.kind in ("verb", "and", "name") for t in tokens[:at]) and "的" not in text[first.end : marker.start]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not (bound and plain) or following is None or text.startswith("的", following.end):
        return False
    return marker.text == "不得" or following.text in _ASKING


def _reach(text: str, verb: Token, closed: int, marker: int) -> int:
    """How far behind 的 the marker may stand: 符合条件的城市低收入残疾人家庭应当 is about these people."""
    return _NAMED if closed > 0 and describes(verb) and PERSON.search(text, closed, marker) else _SHORT


def _governed(before: list[Token], verb: Token, marker: Token) -> bool:
    """Whether a preposition governs the verbs before a marker; for 享有 only one before them (保障妇女在…方面享有…)."""
    having = marker.text.endswith(HAVING)
    return any(t.kind == "prep" and not (having and t.start > verb.start) for t in before)


def _adjoin(before: list[Token], verbs: list[Token]) -> bool:
    """Whether the verbs before a marker stand one right behind the other, joined by nothing but 和."""
    run = before[before.index(verbs[0]) :]
    plain = all(t.kind in ("verb", "and") for t in run)
    return plain and all(a.end == b.start for a, b in pairwise(run))


def _noun_before(text: str, verb: Token, marker: Token) -> bool:
    """Whether the verb ends the subject's noun, right before the marker (…审批手续应当…)."""
    if marker.text in _BARRING:
        return False  # 制定禁止性骚扰的制度
    noun = NOMINAL.fullmatch(text, verb.end, marker.start) or _DOER.fullmatch(text, verb.end, marker.start)
    return verb.end == marker.start or noun is not None


def zone_end(text: str, tokens: list[Token], start: int) -> int:
    """Index of the first preposition, verb or role word: what stands before it may be the subject."""
    if not tokens:
        return 0
    by = (i for i, t in enumerate(tokens) if t.word.value == "by" and t.kind == "prep")
    passive = next((i for i in by if not ACCOUNT.match(text, tokens[i].end)), 0)
    plain = tokens[0].kind not in ("verb", "role", "prep")
    noun = passive > 1 and _noun_before(text, tokens[passive - 1], tokens[passive])  # 照料护理标准由…
    if passive and tokens[0].kind == "verb" and tokens[0].start == start and by_describes(text, tokens, passive):
        passive = 0
    if passive and (plain or passive == 1 or text[tokens[0].end] == "的" or noun):
        return passive
    if behind := _behind_description(text, tokens, start) or submitting(text, tokens):
        return behind
    for i, token in enumerate(tokens):
        if token.kind in ("prep", "role") or (token.kind == "verb" and not _nominal(text, tokens, i, start)):
            return i
    return len(tokens)


def by_describes(text: str, tokens: list[Token], at: int) -> bool:
    """Whether 由X does what describes the noun behind it (由军人供养的兄弟姐妹), with no verb of its own behind."""
    verbs = [t for t in tokens[at + 1 :] if t.kind in ("verb", "role")]
    return bool(verbs) and text.startswith("的", verbs[-1].end) and text[verbs[-1].end + 1 : verbs[-1].end + 2] != ""


def _behind_description(text: str, tokens: list[Token], start: int) -> int:
    """Index of the first token behind a person described by a clause (参加培训的人员按照…); 0 where there is none."""
    if tokens[0].start != start or not describes(tokens[0]):
        return 0
    closed = next((i for i, t in enumerate(tokens) if t.kind == "de"), 0)
    if not closed:
        return 0
    behind = next((i for i in range(closed + 1, len(tokens)) if tokens[i].kind in _CLOSERS), 0)
    if not behind or not 0 < tokens[behind].start - tokens[closed].end <= 12:
        return 0
    if tokens[0].word.value == "control" and tokens[behind].kind == "verb":
        return 0  # 负责低保的对象审批: what is done is the object, nobody is described
    noun = (tokens[closed].end, tokens[behind].start)
    people = tokens[0].text not in _FOUNDING and PERSON.search(text, *noun)
    return behind if people or _BODY.search(text, *noun) else 0


def describes(token: Token) -> bool:
    """Whether a verb can open a description of people: what they do or have, not what is done to them."""
    if token.kind == "role":
        return token.word.value == "participate"
    return token.word.lexeme is not None and token.word.value != "causing" and {*token.word.lexeme.functions} <= _STATES


def _nominal(text: str, tokens: list[Token], at: int, start: int) -> bool:
    """Whether a verb in the subject's place is part of a noun (…的审批, 供养标准, 最低生活保障审批按照…)."""
    token = tokens[at]
    if at and tokens[at - 1].kind == "de":
        return _FAILED.search(text, start, token.start) is None
    if at == 0 and token.start == start and _opens_topic(text, tokens):
        return True
    before = token.start - start - sum(t.end - t.start for t in tokens[:at] if t.kind == "and")
    if before < 2 or any(t.kind == "agency" for t in tokens[:at]) or _ADVERBS.fullmatch(text, start, token.start):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    closed = following is not None and following.start == token.end and following.word.value == "along"
    end = _run_end(tokens, at)
    noun = NOMINAL.match(text, end) or _HOW_DONE.match(text, end)
    return closed or noun is not None or _does(text, token, end)


def _opens_topic(text: str, tokens: list[Token]) -> bool:
    """救助情况向社会公布, 补助资金实行专账管理: aid as a noun of affairs, of which what follows says something."""
    lexeme = tokens[0].word.lexeme
    if len(tokens) < 2 or lexeme is None or tokens[0].word.value not in ("content", "causing"):
        return False
    found = _SETTLED.issuperset(lexeme.functions) and tokens[1].kind in ("prep", "role")
    if not found and not (_AIDS.issuperset(lexeme.functions) and tokens[0].word.value == "content"):
        return False
    noun = _FOUND.match(text, tokens[0].end) if found else NOMINAL.match(text, tokens[0].end)
    return noun is not None and tokens[1].kind in ("prep", "verb", "role") and not text.startswith("的", noun.end())


def _does(text: str, token: Token, end: int) -> bool:
    """Whether the verb is part of a word for who does it (使用者, 管理单位)."""
    return token.word.value != "causing" and _DOER.match(text, end) is not None


def _run_end(tokens: list[Token], at: int) -> int:
    """Where the verbs that stand one behind the other from `at`, behind 和, end (和照料护理标准)."""
    end = tokens[at].end
    beside = at and tokens[at - 1].word.value == "any" and tokens[at - 1].end == tokens[at].start
    for token in tokens[at + 1 :] if beside else ():
        if token.kind != "verb" or token.start != end:
            break
        end = token.end
    return end
