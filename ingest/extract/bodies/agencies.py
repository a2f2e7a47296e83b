"""Agencies named in a text: full names anywhere, bare stems in lists that share an ending.

Handles ellipsis (民政、应急管理、卫生健康等部门; 省委宣传部、发改委、教育厅), a department behind its government
(县级人民政府民政部门 is the department alone), and names only a context makes sure (政府, 办公室). The words of place
before a name are `addresses.py`, what an agency does in its clause is `roles.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ingest.extract.bodies.addresses import PLACE, owner_address
from ingest.extract.bodies.agency_forms import Form, form_finder, mass_bodies, people_words
from ingest.extract.bodies.chains import Body, Chain
from ingest.extract.bodies.unnamed import find_unnamed, kind_of
from ontology.vocabulary import Vocabulary

_KIND = (
    r"(?:市级|县级|省级|区级|各|几个|多个|[0-9一二三四五六七八九十]{1,3}个|有关|相关|其他|主管|行政|职能|业务|政府|管理|工作|负责|责任|成员|涉农|执法|监管|专业|"
    r"社会救助|救助|协作|协同)*"
)
_BODIES = r"(?:部门和单位|单位和部门|部门和组织|部门|机关|单位|委办局)"
_SOCIETIES = r"等(?:人民|群众|群团|社会)?(?:团体|组织)"
_BRANCH = r"(?<=[银人]行)[一-龥]{2,8}?(?:中心)?[支分]行"  # 人民银行清河县支行
_JOIN = re.compile(  # coordination; the close of a list (教育、民政等部门和 残疾人联合会); one unknown name of a list
    rf"(?:{_BRANCH})?\s?(?:[)）]?(?:、|，(?=等)|和|以及|及其|及|与|或者|或|暨|并会同|并商)|[)）])?{PLACE}*"
    rf"|(?:(?:、|，)?等?|(?:[、和及与][一-龥]{{2,8}}?){{1,2}}等){_KIND}{_BODIES}(?:、|和|以及|及|与|或者|或){PLACE}*"
    rf"|{_SOCIETIES}(?:、|和|以及|及|与|或者|或){PLACE}*"
    rf"|[、和及与]{PLACE}*[一-龥]{{2,8}}[、和及与]{PLACE}*"
)
_TAIL = re.compile(r"[一-龥]{1,4}、")
_ENDING = re.compile(rf"(?:、|，)?等?{_KIND}(?P<end>{_BODIES}|局|厅)(?!人员)")
_UNKNOWN_LAST = re.compile(rf"(?:[、和及与][一-龥]{{2,8}}?){{1,2}}等{_KIND}{_BODIES}(?!人员)")
_GENUS = re.compile(_SOCIETIES)  # 工会、妇联等人民团体
_OWNED = re.compile(  # 民政部门设立的 儿童福利机构, 民政部门所属 救助管理机构
    rf"(?:(?:自行|依法)?(?:设立|设置|举办|主办|开办|兴办|管理|主管|批准|认定|指定|确定)的|直属的|(?:所属|下属|下设|内设)的?){PLACE}*"
)
_CHARGED = re.compile(r"(?:具体|统一)?(?:负责|承担|主管|分管)[^，。；、]{2,16}的[^，。；、的]{2,4}$")
_AND_SO_ON = re.compile(
    r"(?:、|，)?等(?:[一二三四五六七八九十]|各|有关|相关|其他|主管|行政|职能|业务|政府|负责|责任|成员|社会|群众|群团|人民)*"
    r"(?:部门和单位|单位和部门|部门|机关|单位|机构|组织|团体)?"
    r"|的(?:日常|常设)?办事机构"  # the committee itself
    rf"|{_BRANCH}"
)
_LISTED = re.compile(rf"(?:、|，)?等{_KIND}(?:{_BODIES}|机构)")  # 民政、卫生、妇联等机构
_CLOSED = re.compile(rf"[)）](?:、|和|以及|及|与|或者|或){PLACE}*[^的，。；]{{2}}")
_ORGANISE = "组织"
_EVENTS = ("专场", "招聘", "免费", "体检", "义诊", "讲座", "竞赛", "比赛", "志愿")  # what is organised
_VERBS = frozenset((_ORGANISE,))  # names that are verbs behind a government
_LISTING = re.compile(r"、|部(?!门)|和|等部门")
_GENERIC = ("unresolved",)
_AND = re.compile(r"、|和|以及|及|与|或者|或")
_LINKED = re.compile(r"[、和及与或（(]")
_LONGEST_RUN = 80  # names in one coordination
_LEVELS_OF = ("街道、社区", "街道、乡镇", "乡镇、街道")  # levels of one institution, no bodies
_LEVELS = frozenset(("township", "village"))
_ABOVE = frozenset(("government", "state-council", "township"))
_DEALING = re.compile(r"(?:^|[，。；：、由）\s])(?:受理|承办|经办|接收|接诊|收治|初审|转出|转入)\Z")
_ACTS = re.compile(
    r"(?:应当?|要|须|必须|可以?|不得|负责|收到|接到|在|于|自|及时|依法|[\d一二三四五六七八九十]+个?(?:工作)?日内?)"
)


Match = tuple[int, int, Form]


def find_chains(text: str, vocabulary: Vocabulary) -> tuple[Chain, ...]:
    """Every coordination of agencies in the text, in its order."""
    found: list[Chain] = []
    for run in _runs(text, vocabulary):
        chain = _chain(text, run)
        if chain and (not found or found[-1].end <= chain.start):
            found.append(chain)
    return tuple(_with_unnamed(text, found))


def _with_unnamed(text: str, chains: list[Chain]) -> list[Chain]:
    """`chains` and the bodies that act without being named, joined to a chain (学校和其他机构) or its own."""
    starts = [c.start for c in chains]
    named = {end for c in chains for end in (c.end, *(b.end for b in c.bodies))}
    for start, end, id_ in sorted(find_unnamed(text, named)):
        before = chains[at - 1] if (at := bisect_left(starts, end)) else None
        if before is not None and (before.end == start or _OWNED.fullmatch(text, before.end, start)):
            chains[at - 1] = Chain(before.start, end, (Body((id_,), start, end),))  # 委员会下设的办事机构
        elif before is not None and start <= before.start and before.bodies[0].ids == _GENERIC:
            chains[at - 1] = Chain(start, end, (Body((id_,), start, end),))  # 接到求助的部门、单位
        elif before is not None and start <= before.end + 1 and _CHARGED.match(text, max(start, before.end), end):
            own = _LEVELS.issuperset(before.bodies[-1].ids)  # a township has no departments
            bodies = before.bodies if own else (Body((id_,), before.end, end),)
            chains[at - 1] = Chain(before.start, end, bodies)  # 人民政府负责教育督导的机构
        elif before is None or before.end < start - 2:
            chains.insert(at, Chain(start, end, (Body((id_,), start, end),)))
            starts.insert(at, start)
        elif (joined := _AND.match(text, before.end, end)) and end - joined.end() > 2:
            body = Body((kind_of(text[joined.end() : end]),), joined.end(), end)
            chains[at - 1] = Chain(before.start, end, (*before.bodies, body))
    return chains


def _runs(text: str, vocabulary: Vocabulary) -> Iterator[list[Match]]:
    """Matches that follow one another with nothing but coordination and place words between."""
    people, mass = people_words(vocabulary), mass_bodies(vocabulary)
    run: list[Match] = []
    for found in form_finder(vocabulary).find(text):
        match = _without_verb(text, found, people) if text.endswith(_ORGANISE, 0, found[1]) else found
        if run and _is_verb(text, run[-1], match):
            yield run
            run = []
            continue
        if run and _its_own(text, run[-1], match, mass):
            run[-1] = (run[-1][0], match[1], run[-1][2])
            continue
        if run and len(run) < _LONGEST_RUN and _goes_on(text, run[-1], match):
            run.append(match)
            continue
        if run and match[2].ids == _GENERIC and _ends_list(text, run[-1], match[1]):
            continue  # the word that the names of the list share (等行政部门)
        if run:
            yield run
        run = [match]
    if run:
        yield run


def _without_verb(text: str, match: Match, people: tuple[str, ...]) -> Match:
    """妇联组织妇女…: a name that ends in 组织 right before people is the shorter name with its verb."""
    start, end, form = match
    longer = end - start >= len(_ORGANISE) + 2
    verb = longer and form.manner == "full" and text.startswith((*_EVENTS, *people), end)
    return (start, end - len(_ORGANISE), form) if verb else match


def _ends_list(text: str, left: Match, end: int) -> bool:
    """Whether the words behind a name up to `end` only close its list: 民政、卫生等有关部门."""
    closing = _ENDING.match(text, left[1]) or _UNKNOWN_LAST.match(text, left[1]) or _GENUS.match(text, left[1])
    return closing is not None and closing.end() >= end and (left[2].manner != "full" or "等" in closing[0])


def _same_kind(text: str, left: Match, right: Match) -> bool:
    """Whether a name only says what kind of body the one before it is: 敬老院等供养服务机构."""
    return text[left[1] : right[0]] == "等" and left[2].ids == right[2].ids != _GENERIC


def _is_verb(text: str, left: Match, match: Match) -> bool:
    """Whether a bare name right behind another is the verb for what that one does (县级人民政府组织有关部门…)."""
    adjacent = left[1] == match[0] and match[2].manner == "stem" and text[match[0] : match[1]] in _VERBS
    return adjacent and not _LISTING.match(text, match[1])


def _its_own(text: str, left: Match, match: Match, mass: frozenset[str]) -> bool:
    """Whether 组织 right behind a mass body is only its own kind (各级妇联组织和民政部门), no Party department."""
    adjacent = left[1] == match[0] and text[match[0] : match[1]] == _ORGANISE
    return adjacent and match[2].manner == "stem" and mass.issuperset(left[2].ids)


def _goes_on(text: str, left: Match, match: Match) -> bool:
    """Whether a name belongs to the coordination of the one before it."""
    start, end, _ = match  # 乡镇人民政府（街道办事处）、民政部门: in brackets between two of a list
    in_brackets = text[left[1] : start] in ("（", "(") and _CLOSED.match(text, end) is not None
    return in_brackets or _joined(text, left, start) or _same_kind(text, left, match)


def _joined(text: str, left: Match, end: int) -> bool:
    """Whether only coordination, place words or one unknown name of a list stand between a match and `end`."""
    start = left[1]
    if start == end:
        return True
    if end - start > 40:
        return False
    if end - start == 1 and text[start] == "的" and not _ABOVE.isdisjoint(left[2].ids):
        return True
    if left[2].manner == "stem" and _TAIL.fullmatch(text, start, end):
        return True
    if _JOIN.fullmatch(text, start, end):
        return True
    return left[2].manner == "full" and _OWNED.fullmatch(text, start, end) is not None


def _chain(text: str, run: list[Match]) -> Chain | None:
    """The run as a chain; bare stems count only before an ending that they share."""
    shared, end = _shared_end(text, run)
    bodies: list[Body] = []
    for start, stop, form in reversed(run):
        listed = form.manner == "stem" and (_ENDING.match(text, stop) or _UNKNOWN_LAST.match(text, stop))
        shared = shared or form.department or bool(listed)
        if form.manner == "full" or (form.manner == "stem" and shared):
            bodies.append(Body(form.ids, start, stop))
        elif form.manner == "context":
            bodies.append(Body(form.ids, start, stop, sure=bool(bodies)))
    bodies.reverse()
    kept = _without_parents(text, bodies)
    if not kept:
        return None
    start = _with_case(text, owner_address(text, _owner(text, bodies, kept[0]).start), end)
    return Chain(start, end if kept[-1].end == run[-1][1] else kept[-1].end, tuple(kept))


def _with_case(text: str, start: int, end: int) -> int:
    """`start`, or where the word begins that says whose case it is (受理乡镇在5日内…), before one who acts."""
    dealing = _DEALING.search(text, max(0, start - 4), start)
    return dealing.end() - 2 if dealing and _ACTS.match(text, end) else start


def _owner(text: str, bodies: list[Body], first: Body) -> Body:
    """The body before `first` whose institution that is (民政部门设立的福利机构, 街道、社区的服务站), else `first`."""
    at = bodies.index(first)
    while at and (
        _LEVELS.issuperset(bodies[at - 1].ids) or _OWNED.fullmatch(text, bodies[at - 1].end, bodies[at].start)
    ):
        at -= 1
    return bodies[at]


def _shared_end(text: str, run: list[Match]) -> tuple[bool, int]:
    """Whether an ending behind the run is shared by its bare stems, and where the words of the run end."""
    end, last = run[-1][1], run[-1][2].manner
    ending = _ENDING.match(text, end)
    if ending and last != "full" and (len(run) > 1 or ending["end"].startswith("部门")):
        return True, ending.end()
    if len(run) > 1 and (closing := _UNKNOWN_LAST.match(text, end)):
        return True, closing.end()
    more = _AND_SO_ON.match(text, end)
    together = len(run) > 1 and more is not None and _LISTED.fullmatch(more[0]) is not None
    return together, more.end() if more else end


def _without_parents(text: str, bodies: list[Body]) -> list[Body]:
    """A government directly before its department, and a department before its institution, is only an address."""
    kept = bodies[:1]
    for body in bodies[1:]:
        if _only_places(text, kept[-1], body):
            owner = kept.pop()
            while text[body.start - 1] == "的" and kept and _level_beside(text, kept[-1], owner):
                owner = kept.pop()  # 街道、社区、乡镇的就业服务机构
            if "bingtuan" in owner.ids and kept and _LINKED.fullmatch(text, kept[-1].end, owner.start):
                kept.pop()  # 各省、自治区、直辖市和新疆生产建设兵团民政厅
        kept.append(body)
    return kept


def _level_beside(text: str, left: Body, right: Body) -> bool:
    """Whether two levels below the county are listed side by side."""
    return text[left.end : right.start] == "、" and _LEVELS.issuperset((*left.ids, *right.ids))


def _only_places(text: str, owner: Body, body: Body) -> bool:
    """Whether `owner` only says whose body the one behind it is."""
    gap = text[owner.end : body.start]
    if not gap or _OWNED.fullmatch(gap) or text[owner.start : body.start] in _LEVELS_OF:
        return True
    return not _ABOVE.isdisjoint(owner.ids) and not _LINKED.search(gap)
