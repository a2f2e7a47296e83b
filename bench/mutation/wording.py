"""One-point changes of wording: agency, condition, safeguard, power, list, modality, term."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import Rule, Spec, base, draft
from bench.mutation.pairs import INTERNAL, Pair, pair, twins

LEAD = ("conflict.lead", "overlap.lead")
SUPERIOR = ("conflict.superior", "conflict.deontic")
REFERRAL = ("conflict.referral", "conflict.internal")
_WORK = (
    ("医疗救助", "medical", "县医疗保障局", "medical-security", "县民政局", "civil-affairs"),
    ("受灾人员救助", "disaster", "县应急管理局", "emergency", "县民政局", "civil-affairs"),
    ("就业救助", "employment", "县人力资源和社会保障局", "hrss", "县教育局", "education"),
    ("教育救助", "education", "县教育局", "education", "县人力资源和社会保障局", "hrss"),
)


def agencies(spec: Spec) -> Iterator[Pair]:
    """Another department leads; twin: it helps."""
    aid, id_, first, line, second, other = spec.pick(_WORK)
    old = Rule(spec.say("duty", agency=first, aid=aid), {"aid": id_, "agency": line, "groups": []})
    lead = Rule(Spec(spec.number + 1).say("duty", agency=second, aid=aid), {"aid": id_, "agency": other, "groups": []})
    helps = Rule(
        f"{second}配合{first}做好{aid}工作。", {"aid": id_, "actors": [[other, "assist"], [line, "lead"]], "groups": []}
    )
    news = (draft(spec, spec.county, "社会救助职责分工", new) for new in (lead, helps))
    yield from twins(spec, "agency-swapped", LEAD, base(spec, spec.county, "社会救助职责分工", old), news)


def recognition(spec: Spec) -> Iterator[Pair]:
    """Who recognises a group is changed; twin: the same body under its other name."""
    facts = {"aid": "employment", "function": "decide", "groups": [["hard-to-employ"]]}
    old = Rule("县人力资源和社会保障局负责零就业家庭的认定。", facts | {"agency": "hrss"})
    moved = Rule("零就业家庭由县民政局负责认定。", facts)
    renamed = Rule("零就业家庭由县人社局负责认定。", facts | {"agency": "hrss"})
    news = (draft(spec, spec.county, "公益性岗位", new) for new in (moved, renamed))
    yield from twins(spec, "recognition-moved", LEAD, base(spec, spec.county, "就业困难人员认定", old), news)


def hearings(spec: Spec) -> Iterator[Pair]:
    """The hearing before a cut is dropped; twin: kept."""
    facts = {"aid": "dibao", "groups": [["dibao"]], "function": "decide"}
    old = Rule("作出减发、停发最低生活保障金决定前，应当听取当事人的意见。", facts)
    dropped = spec.pick(
        ("决定减发、停发最低生活保障金的，应当书面说明理由。", "民政部门决定停发最低生活保障金的，应当书面通知本人。")
    )
    kept = "决定减发、停发最低生活保障金的，应当事先听取当事人陈述、申辩，并书面说明理由。"
    news = (draft(spec, spec.city, "最低生活保障", Rule(text, facts)) for text in (dropped, kept))
    yield from twins(spec, "hearing-dropped", SUPERIOR, base(spec, spec.province, "最低生活保障", old), news)


def entrusted(spec: Spec) -> Iterator[Pair]:
    """Fewer may be entrusted with an application; twin: as many."""
    facts = {"aid": "dibao", "groups": [["dibao"]], "function": "accept", "modality": "right"}
    old = Rule("申请最低生活保障有困难的，可以委托村民委员会、居民委员会或者他人代为提出申请。", facts)
    fewer = spec.pick(
        (
            "申请有困难的，可以委托村民委员会、居民委员会代为提出申请。",
            "本人申请有困难的，可以委托村（居）民委员会代为申请。",
        )
    )
    same = "申请有困难的，可以委托近亲属、村（居）民委员会或者其他人代为提出申请。"
    news = (draft(spec, spec.county, "最低生活保障", Rule(text, facts)) for text in (fewer, same))
    yield from twins(spec, "entrusted-fewer", SUPERIOR, base(spec, spec.province, "最低生活保障", old), news)


def doors(spec: Spec) -> Iterator[Pair]:
    """Temporary aid only where registered; twin: where the emergency happens."""
    facts = {"aid": "temporary", "function": "accept", "agency": "township"}
    old = Rule("申请临时救助，向急难发生地乡镇人民政府、街道办事处提出。", facts)
    news = (
        draft(spec, spec.county, "临时救助", Rule(f"申请临时救助的，由本人向{where}乡镇人民政府提出。", facts))
        for where in ("户籍所在地", "急难发生地")
    )
    yield from twins(spec, "place-of-application", SUPERIOR, base(spec, spec.province, "临时救助", old), news)


def powers(spec: Spec) -> Iterator[Pair]:
    """A standard set below the level it was given to; twin: at that level."""
    facts = {"aid": "legal-aid", "function": "policy", "agency": "government", "groups": []}
    old = Rule("法律援助经济困难的标准，由省人民政府确定并公布。", facts)
    low = spec.pick(("经济困难的标准，由县级以上人民政府确定。", "法律援助经济困难的标准，由县级人民政府确定并公布。"))
    same = "法律援助经济困难的标准，按照省人民政府确定的标准执行。"
    news = (draft(spec, spec.city, "法律援助", Rule(text, facts)) for text in (low, same))
    yield from twins(spec, "power-lowered", SUPERIOR, base(spec, spec.province, "法律援助", old), news)


def modality(spec: Spec) -> Iterator[Pair]:
    """应当 becomes 可以; twin: 可以 becomes 应当."""
    act = spec.pick(("先行给予临时救助金", "组织入户调查并先行救助"))
    for above, here, changed in (("应当", "可以", True), ("可以", "应当", False)):
        facts = {"aid": "temporary", "agency": "township"}
        old, new = (
            Rule(
                f"情况紧急的，乡镇人民政府{word}{act}。",
                facts | {"modality": "obligation" if word == "应当" else "permission"},
            )
            for word in (above, here)
        )
        yield pair(
            spec,
            "modality-flipped",
            SUPERIOR,
            changed,
            base(spec, spec.province, "临时救助", old),
            draft(spec, spec.county, "临时救助", new),
        )


def ages(spec: Spec) -> Iterator[Pair]:
    """Minors become those under sixteen; twin: minors in other words."""
    facts = {"aid": "tekun", "modality": "entitlement", "function": "implement"}
    old = Rule("国家对无生活来源的未成年人给予特困人员救助供养。", facts | {"groups": [["minor"]]})
    younger = Rule(
        "对无生活来源的未满16周岁的未成年人给予特困人员救助供养。",
        facts | {"groups": [["under16"]], "parameters": "age < 16 岁"},
    )
    same = Rule("对无生活来源的未成年人，给予特困人员救助供养。", facts | {"groups": [["minor"]]})
    news = (draft(spec, spec.city, "特困人员救助供养", new) for new in (younger, same))
    yield from twins(
        spec, "age-line", (*SUPERIOR, "gap.uncovered"), base(spec, spec.province, "特困人员救助供养", old), news
    )


def residence(spec: Spec) -> Iterator[Pair]:
    """Years of residence are added; twin: holders of permits are admitted too."""
    facts = {"aid": "dibao", "modality": "entitlement", "groups": [["dibao"]]}
    old = Rule("国家对家庭人均收入低于当地最低生活保障标准的家庭，给予最低生活保障。", facts)
    years = spec.random().choice((2, 3, 5))
    added = Rule(
        f"申请最低生活保障的家庭，户籍迁入本{spec.county.name[-1]}应当满{years}年。",
        facts | {"modality": "obligation", "parameters": f"duration >= {years} 年"},
    )
    opened = Rule(
        f"持有居住证且连续居住满{years}年的家庭，也可以申请最低生活保障。",
        facts | {"parameters": f"duration >= {years} 年"},
    )
    news = (draft(spec, spec.county, "最低生活保障", new) for new in (added, opened))
    yield from twins(spec, "residence-years", SUPERIOR, base(spec, spec.province, "最低生活保障", old), news)


def circles(spec: Spec) -> Iterator[Pair]:
    """Each sends the same people to the other; twin: one of them serves them."""
    first = Rule(
        "未参加基本医疗保险人员的医疗费用，县医疗保障局不予受理，引导其向县民政局申请临时救助。",
        {"aid": "medical", "agency": "medical-security", "function": "accept", "groups": []},
    )
    back = Rule(
        "未参加基本医疗保险人员因医疗费用申请临时救助的，县民政局不予受理，告知其向县医疗保障局申请医疗救助。",
        {"aid": "temporary", "function": "accept", "groups": []},
    )
    ends = Rule(
        "未参加基本医疗保险人员因医疗费用申请临时救助的，县民政局应当受理并给予临时救助。",
        {"aid": "temporary", "function": "accept", "groups": []},
    )
    news = (draft(spec, spec.county, "临时救助", new) for new in (back, ends))
    yield from twins(spec, "referral-circle", REFERRAL, base(spec, spec.county, "医疗救助经办服务", first), news)


def terms(spec: Spec) -> Iterator[Pair]:
    """A term means two things in one text; twin: the same again."""
    facts = {"aid": "education", "agency": "education", "modality": "definition", "groups": [["hardship", "student"]]}
    term = spec.pick(("困难学生", "家庭经济困难学生"))
    first = Rule(f"本细则所称{term}，是指低保家庭、特困人员中的在校学生。", facts)
    other = Rule(f"{term}，是指家庭年收入低于三万元并经学校评议的在籍学生和新生。", facts)
    again = Rule(f"{term}，是指特困人员、低保家庭中的在校学生。", facts)
    for new, changed in ((other, True), (again, False)):
        yield pair(spec, "term-twice", INTERNAL, changed, draft(spec, spec.county, "学生资助", first, new))


KINDS = (
    agencies,
    recognition,
    hearings,
    entrusted,
    doors,
    powers,
    modality,
    ages,
    residence,
    circles,
    terms,
)
