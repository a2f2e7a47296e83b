"""Tasks that a paragraph gives to helpers alone (实行巡查，甲配合…，乙协助…，丙参与…), and who leads them elsewhere.

A paragraph counts where it states the task without saying whose it is and two bodies help, where it names the task
before the first of two helpers (看护点工作，由甲配合…，乙协助…), or where three help each in words of its own; and
nobody in it leads anything. Handing over data is no task, nor is help with a whole aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby

from checks.bodies import HELPS, is_department, is_mass, is_named
from checks.compare.bodies.task_topics import topics
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import line_start
from checks.fingerprint import words
from checks.matter import LEAST_WORDS
from kg.enums import Modality, Role
from kg.model import Actor, Parameter, Provision, Reading
from ontology.cues import Setting
from ontology.vocabulary import Vocabulary, load_vocabulary
from ontology.wording import wordings

HOLDS = frozenset({Role.LEAD, Role.JOINT, Role.DELEGATE})
DATA = frozenset({"inform", "investigate", "publicise", "fund", "audit", "advise", "advocate"})
_MONEY = frozenset({"fund"})  # who only puts it up leads nothing
_STATED = frozenset({"implement", "service", "monitor", "train", "coordinate", "plan", "mobilise"})
_DOING = (
    r"(?:开展|组织|实行|实施|建立|提供|做好|进行|举办|设置|做到|确保|推荐|推介|介绍|推送|征集)[^，。；]{3,}"
    r"|对[^，。；]{2,24}(?:检查|排查|走访|摸排|慰问|培训|体检|清洗|消毒)(?:[一二三两0-9](?:遍|次|轮)|到位)"
)
_FITS = r"[为给对][^，。；]{2,24}(?:安装|加装|配备|配置|改造|维修|修缮|加固|更换)"
_BROUGHT = r"(?:配送|运送|送达|供应|安装|发放|落实)到(?:[户位人]|家|村|户头|账户)"
_RULES = frozenset({Modality.OBLIGATION, Modality.ENTITLEMENT, Modality.PERMISSION})
_STEP = r"(?:须|应当|必须|要先|先)[^，。；]{0,12}(?:%s)"
_KINDS_OF = frozenset("项种类")  # of what people suffer from, or may have
_ROUND = re.compile(
    r"每(?:个)?(?:学期|半年|季度|年度?|月|周|两年)(?:度)?[^，。；]{0,6}?(?:排查|摸排|走访|核查|登记|更新|调整|评估|体检|巡查|检查|复核|会商|探访)"
    r"[^，。；]{0,2}(?:一|两|二|三|四|[0-9])(?:次|遍|轮)"
)
_RHYTHM = frozenset({"frequency", "review-interval", "duration", "rate", "time-limit"})  # how often, not how much
_HOW_OFTEN = re.compile(
    r"应当?|必须|(?:至少)?每[^，。；]{0,2}(?:年|季度|季|月|周)(?:度)?|(?:不少于)?[0-9一二两三四]次|逐[户人项]"
)
_BUILDS = re.compile(  # work on homes and things, with its number and its most: no grant
    r"(?:实施|开展|进行|完成|组织|推进)[^，。；]{0,24}(?:改造|建设|维修|修缮|加固|安装|加装|配备|配置|清洗)"
    rf"|{_FITS}"
)
_ADVANCED = re.compile(r"动用|垫付|先行(?:支付|垫支)|预支")  # money that somebody has to take from a fund
_SERVED = re.compile(
    r"(?:推荐|推介|介绍|提供|推送|举办|开展|组织|安排)[^，。；]{0,8}[0-9一二两三四五六七八九十]+(?:个|名|场|期|次|课时|小时|人次|家|条)"
    r"[^，。；元]{0,16}$"
)
_BY = re.compile(r"由|委托|聘请|经[^，。；]{2,16}(?:评估|鉴定|验收)")
_HANDED_IN = re.compile(r"取得|提供|出具|提交|根据|依据|接受|参加|持有")
_JOINS = re.compile(r"(?:组织|发动|动员)[^，。；]{0,16}(?:参与|参加|协助|配合|支持)")
_LENDS = re.compile(r"(?:选派|派出|派员|指派|抽调|推荐)[^，。；]{0,12}(?:参与|参加|协助|配合)")
_SUPPORTS = re.compile(r"^[^，。；：支]{0,24}支持(?![^，。；]{0,12}(?:社会|企业|慈善|志愿|个人|民办|鼓励|引导))")
_HANDS_OVER = re.compile(
    r"(?:提供|推送|出具|核查|核对|核实|比对|查询)[^，。；]{0,24}(?:名单|名册|花名册|数据|信息|资料|材料|证明|情况|台账)(?:核实|核查|比对)?(?:[、和及与](?:必要的)?(?:辅助器具|器材|物资|工具|场地|设备|交通工具|车辆|翻译))?$"
    r"|(?:信息|数据|身份|名单|资料)(?:的)?(?:比对|核对|核查|核验|共享|交换)(?:工作)?$"
)
_HEADING = re.compile(
    r"^[\s　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+条)[^\n]*",
    re.MULTILINE,
)
IN_CHARGE = re.compile(r"(?:牵头|责任|主责|负责|主管|承办|实施)(?:单位|部门|机关|科室)?[：:]")
"""Words before the name of whoever leads a part."""
MOST = _HELPERS = 3  # that make a task of a paragraph which does not state it
_DEPARTMENTS = 2  # among them: a township helps whoever leads
_DATA_FOR = 3  # pieces of a task that data are handed over for, in what somebody leads
_LED = 0.4  # of the task's pieces in what somebody leads
_HELP = Setting("help")


@dataclass(frozen=True, slots=True)
class Task:
    """What the helpers of a paragraph help with: where it is `stated` (the helpers' own clauses if it is not)."""

    stated: tuple[Provision, ...]
    helpers: tuple[Provision, ...]
    said: str = ""  # the task in so many words, where the clauses say more

    @property
    def places(self) -> tuple[Provision, ...]:
        """All clauses of it."""
        return tuple(dict.fromkeys((*self.stated, *self.helpers)))

    def is_led(self, leads: Sequence[Provision]) -> bool:
        """Whether somebody leads the task that is stated, or most of what the helpers help with."""
        if not self.of_helpers and all(map(hands_over, self.helpers)):  # what they have data for is enough
            work = bag("，".join(p.quote.text for p in self.stated))
            return any(len(work & bag(p.quote.text)) >= _DATA_FOR for p in leads)
        theirs = [bag(own_words(p.quote.text)) for p in leads]
        words_ = [self.said] if self.said else [p.quote.text for p in self.stated]
        mine = [bag(own_words(_HOW_OFTEN.sub(" ", w))) for w in words_]
        led = [any(len(a & b) >= _LED * len(a) for b in theirs) for a in mine]
        return led.count(False) < (max(1, len(self.stated) - 1) if self.of_helpers else 1)

    def departments(self, vocabulary: Vocabulary) -> frozenset[str]:
        """The departments among its helpers."""
        named = (a.agency for p in self.helpers for a in named_in(p))
        return frozenset(a for a in named if is_department(vocabulary, a) and a != "finance")

    @property
    def of_helpers(self) -> bool:
        """Whether only what each of them helps with says what the task is."""
        return not self.said and self.stated[0] in self.helpers


def tasks(vocabulary: Vocabulary, reading: Reading) -> Iterator[Task]:
    """Every task of a text that its paragraph gives to helpers alone."""
    text = reading.document.text
    for _, found in groupby(reading.provisions, key=lambda p: text.count("\n", 0, p.quote.start)):
        if task := _task(vocabulary, text, tuple(found)):
            yield task


def _task(vocabulary: Vocabulary, text: str, paragraph: tuple[Provision, ...]) -> Task | None:
    named = {p.id: named_in(p) for p in paragraph}
    if _led_by_heading(text, paragraph[0].quote.start) or any(_HELP.has("doneBy", p.quote.text) for p in paragraph):
        return None
    joining = _joining(vocabulary, paragraph)
    above = (a for p in paragraph for a in p.actors if a.start < paragraph[0].quote.start)
    acting = (*above, *chain.from_iterable(answering(p) for p in paragraph if set(p.functions) != _MONEY))
    if any(a.role in HOLDS and is_named(a.agency) and a not in joining for a in acting):
        return None
    helping = [p for p in paragraph if any(a.role in HELPS or a in joining for a in named[p.id])]
    bodies = {a.agency for p in helping for a in named[p.id] if is_department(vocabulary, a.agency)}
    working = [p for p in helping if set(p.functions) - DATA and not hands_over(p)]
    stated = tuple(p for p in paragraph if not named[p.id] and _states(p))
    helpers = {a.agency for p in helping for a in named[p.id]}
    if bodies and len(helpers) > 1 and (topic := _topic(text, paragraph, helping)):
        return Task((paragraph[0],), tuple(helping), topic)
    if stated and len(bodies) > 1 and (working or any(_ROUND.search(p.quote.text) for p in stated)):
        return Task(stated, tuple(helping))
    if bodies and len(helpers) > 1 and (asked := tuple(p for p in stated if _asks_step(p))):
        return Task(asked, tuple(helping))
    own = tuple(p for p in working if len(own_words(p.quote.text)) >= LEAST_WORDS)
    office = any(not is_mass(vocabulary, a) for a in bodies)  # mass organisations take part by their charters
    enough = len(own) > 1 and office and len(helpers) >= _HELPERS and len(bodies) >= _DEPARTMENTS
    return Task(own, tuple(helping)) if enough else None


def _led_by_heading(text: str, at: int) -> bool:
    """Whether the numbered heading above says who leads its part (一、巡查值守（牵头单位：县水利局）)."""
    heading = max(_HEADING.finditer(text, 0, at), key=lambda m: m.start(), default=None)
    return heading is not None and IN_CHARGE.search(heading.group()) is not None


def _topic(text: str, paragraph: tuple[Provision, ...], helping: list[Provision]) -> str:
    """The task that a paragraph, or a sentence of it, names before its first helper; "" where it begins otherwise."""
    first, begin = min(a.start for a in named_in(helping[0])), line_start(text, paragraph[0].quote.start)
    for topic, before in topics(text, begin, first):
        own = own_words(topic)
        if len(own) >= LEAST_WORDS or (len(own) == LEAST_WORDS - 1 and own in before):
            return topic
    return ""


def _joining(vocabulary: Vocabulary, paragraph: tuple[Provision, ...]) -> frozenset[Actor]:
    """The bodies of a paragraph that help by another word: that bring in volunteers, or 支持 beside those who 配合."""
    named = [(p, a) for p in paragraph for a in named_in(p)]
    beside = any(a.role in HELPS for _, a in named)
    return frozenset(a for p, a in named if joins(vocabulary, p, a) or (beside and gives_only_help(p.quote.text)))


def gives_only_help(said: str) -> bool:
    """Whether a clause gives no more than help by other words (予以支持, 给予便利, 提供名单, 支持…)."""
    supports = _SUPPORTS.search(said) is not None
    return supports or (_HELP.has("weak", said) and not _HELP.has("does", said))


def joins(vocabulary: Vocabulary, provision: Provision, actor: Actor) -> bool:
    """Whether a body only lends people (派员参加), a mass organisation brings in volunteers (志愿者参与): it helps."""
    said = provision.quote.text
    return bool(_LENDS.search(said) or (is_mass(vocabulary, actor.agency) and _JOINS.search(said)))


def named_in(provision: Provision) -> tuple[Actor, ...]:
    """The bodies that a clause names itself: those it has from the sentence before it only helped there."""
    quote = provision.quote
    return tuple(a for a in provision.actors if quote.start <= a.start < quote.end)


def answering(provision: Provision) -> tuple[Actor, ...]:
    """The bodies that a clause names itself, and those named behind it (（责任单位：县民政局）)."""
    return tuple(a for a in provision.actors if a.start >= provision.quote.start)


def hands_over(provision: Provision) -> bool:
    """Whether a clause only has data handed over or compared (协助提供低保对象名单)."""
    return _HANDS_OVER.search(provision.quote.text.rstrip("，。；")) is not None


def _states(provision: Provision) -> bool:
    """Whether a clause says what is to be done in words of its own, and of nobody's."""
    said = provision.quote.text
    done = bool(_STATED & set(provision.functions)) or bool(_doing().search(said) or _ROUND.search(said))
    done = done or _ADVANCED.search(said) is not None
    counted = any(_is_measure(x, said) for x in provision.parameters) and not _BUILDS.search(said)
    counted = counted and not _ADVANCED.search(said)
    return done and provision.modality in _RULES and not counted and len(own_words(said)) >= LEAST_WORDS


def _is_measure(parameter: Parameter, said: str) -> bool:
    """Whether a figure says how much is given: not how often, nor how many posts or lessons a service comes to."""
    served = parameter.kind == "count" and (parameter.unit in _KINDS_OF or _SERVED.search(said) is not None)
    return parameter.kind not in _RHYTHM and not served


def _asks_step(provision: Provision) -> bool:
    """Whether a clause orders a technical step of which nobody is said to take it (应当每季度评估一次)."""
    said = provision.quote.text
    ordered = _ordered().search(said)
    return ordered is not None and not _BY.search(said) and not _HANDED_IN.search(ordered.group())


@lru_cache(maxsize=20_000)
def own_words(text: str) -> str:
    """The words of a clause that are neither people nor mere activity."""
    return words(_general().sub("", text))


@cache
def _doing() -> re.Pattern[str]:
    """Words of a task that is stated, or of a technical step that is asked for."""
    return re.compile(f"{_DOING}|{_BROUGHT}|{_FITS}[^，。；]{{2,}}|{_STEP % '|'.join(wordings()['technical-step'])}")


@cache
def _ordered() -> re.Pattern[str]:
    """A technical step that has to be taken."""
    return re.compile(_STEP % "|".join(wordings()["technical-step"]))


@cache
def _general() -> re.Pattern[str]:
    people = {label for label, _ in load_vocabulary().surfaces("group") if len(label) > 1}
    return re.compile("|".join(map(re.escape, sorted(people | set(wordings()["general-work"]), key=len, reverse=True))))
