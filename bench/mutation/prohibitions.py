"""One-point changes that order what a higher rule forbids: registration, confinement, labour, papers."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import Rule, Spec, base, draft
from bench.mutation.pairs import DEONTIC, Pair, twins


def hukou(spec: Spec) -> Iterator[Pair]:
    """Local registration as a condition where it is barred; twin: residence permits count too."""
    here = spec.county.name[-1]
    bars = spec.pick(
        (
            "任何县（市、区）不得以户籍不在本地为由拒绝受理临时救助申请。",
            "非本地户籍人员遇到急难的，由急难发生地乡镇人民政府受理临时救助申请。",
        )
    )
    old = Rule(
        bars,
        {
            "aid": "temporary",
            "function": "accept",
            "agency": "township",
            "modality": "prohibition" if "不得" in bars else "obligation",
        },
    )
    closed = spec.pick(
        (f"申请临时救助的人员应当具有本{here}户籍。", f"非本{here}户籍人员求助的，乡镇人民政府不予受理其临时救助申请。")
    )
    open_ = f"具有本{here}户籍或者持有居住证的人员，可以申请临时救助。"
    news = (draft(spec, spec.county, "临时救助", Rule(text, {"aid": "temporary"})) for text in (closed, open_))
    yield from twins(spec, "hukou-condition", DEONTIC, base(spec, spec.province, "临时救助", old), news)


def leaving(spec: Spec) -> Iterator[Pair]:
    """People may not leave; twin: they have to say so before they leave."""
    facts = {"aid": "vagrant", "agency": "rescue-station", "groups": [["vagrant"]]}
    old = Rule("救助管理站不得限制受助人员离开救助管理站。", facts | {"modality": "prohibition"})
    held = spec.pick(
        (
            "受助人员未经救助管理站批准，不得离开救助管理站。",
            "受助人员外出须经值班人员同意，禁止擅自离站。",
            "受助人员经站长批准后方可离站。",
        )
    )
    free = "受助人员自愿离开救助管理站的，应当事先告知工作人员。"
    news = (draft(spec, spec.county, "流浪乞讨人员救助", Rule(text, facts)) for text in (held, free))
    yield from twins(spec, "may-not-leave", DEONTIC, base(spec, spec.province, "流浪乞讨人员救助", old), news)


def labour(spec: Spec) -> Iterator[Pair]:
    """People in care are put to work; twin: they learn a trade of their own will."""
    facts = {"aid": "vagrant", "agency": "rescue-station", "groups": [["vagrant"]]}
    old = Rule("救助管理站不得以任何借口组织受助人员从事生产劳动。", facts | {"modality": "prohibition"})
    work = spec.pick(
        ("救助管理站可以组织受助人员从事力所能及的生产劳动。", "有劳动能力的受助人员应当参加站内农副业劳动。")
    )
    learn = "救助管理站可以根据受助人员本人申请，联系职业技能培训。"
    news = (draft(spec, spec.county, "流浪乞讨人员救助", Rule(text, facts)) for text in (work, learn))
    yield from twins(spec, "put-to-work", DEONTIC, base(spec, spec.province, "流浪乞讨人员救助", old), news)


def institutions(spec: Spec) -> Iterator[Pair]:
    """Care in an institution by force; twin: by choice."""
    facts = {"aid": "tekun", "groups": [["tekun"]]}
    old = Rule("特困人员可以自行选择集中供养或者分散供养。", facts | {"modality": "right"})
    forced = spec.pick(
        (
            "生活不能自理的特困人员一律实行集中供养。",
            "特困人员应当入住供养服务机构集中供养。",
            "不服从集中供养安排的特困人员，停止发放供养金。",
        )
    )
    free = "愿意集中供养的特困人员，由民政部门安排到供养服务机构。"
    news = (draft(spec, spec.county, "特困人员救助供养", Rule(text, facts)) for text in (forced, free))
    yield from twins(spec, "forced-institution", DEONTIC, base(spec, spec.province, "特困人员救助供养", old), news)


def papers(spec: Spec) -> Iterator[Pair]:
    """Papers are asked for that may not be asked for; twin: the data are looked up."""
    facts = {"aid": "dibao", "groups": [["dibao"]]}
    old = Rule("能够通过信息核对获得的情况，民政部门不得要求申请人提供。", facts | {"modality": "prohibition"})
    asked = spec.pick(
        ("申请最低生活保障，应当提交家庭收入证明和财产证明。", "申请人须提供银行存款证明、房产证明等材料。")
    )
    looked_up = "申请人授权后，由核对机构查询家庭收入和财产状况，申请人不需要提交证明。"
    news = (draft(spec, spec.county, "最低生活保障", Rule(text, facts)) for text in (asked, looked_up))
    yield from twins(spec, "papers-asked", DEONTIC, base(spec, spec.province, "最低生活保障", old), news)


def registration(spec: Spec) -> Iterator[Pair]:
    """Firms have to be registered here; twin: registered anywhere."""
    facts = {"aid": "employment", "groups": [["hard-to-employ"]]}
    old = Rule("不得以在本地注册、纳税作为用人单位享受补贴的条件。", facts | {"modality": "prohibition"})
    local = f"申请岗位补贴的用人单位应当在本{spec.county.name[-1]}注册登记并纳税。"
    anywhere = "申请岗位补贴的用人单位应当依法登记并按时缴纳社会保险费。"
    news = (draft(spec, spec.county, "就业补贴", Rule(text, facts)) for text in (local, anywhere))
    yield from twins(spec, "local-registration", DEONTIC, base(spec, spec.city, "就业补贴", old), news)


KINDS = (hukou, leaving, labour, institutions, papers, registration)
