"""政策会商 as a table: states and steps of the consultation system of the 2009 notice.

及时通报 → 共同协商 → 分歧大而又涉及大局的由办公室协调 → 必要时可提交联席会议. Legality review and the 机构编制
track hang on single findings and block closing. Later practice is marked as such.
"""

from __future__ import annotations

from consultation.machine import Binding, Machine, Step

OFFICE, MEMBER, INITIATOR, CONFERENCE = "office", "member", "initiator", "conference"
OPEN_STATES = (
    "drafted",
    "circulated",
    "consulting",
    "disagreed",
    "coordinating",
    "submitted",
    "deliberated",
    "returned",
)

UNFINISHED = (*OPEN_STATES, "agreed", "settled")
WITHDRAWABLE = ("drafted", "circulated", "consulting", "disagreed", "returned")
LETTER, SUMMARY, MINUTES = "征求意见函", "意见汇总表", "会议纪要"

CASE = Machine(
    "会商事项",
    {
        "": "未立项",
        "drafted": "已立项",
        "circulated": "征求意见中",
        "consulting": "会商中",
        "agreed": "协商一致",
        "disagreed": "有分歧",
        "coordinating": "办公室协调中",
        "submitted": "已提请联席会议",
        "deliberated": "联席会议已审议",
        "settled": "已议定",
        "returned": "退回重新研究",
        "escalated": "已报政府",
        "closed": "已办结",
        "withdrawn": "已撤回",
    },
    (
        Step("open", "立项", ("",), "drafted", INITIATOR, Binding.MUST),
        Step(
            "circulate",
            "通报各成员单位",
            ("drafted", "returned"),
            "circulated",
            INITIATOR,
            Binding.MUST,
            "征求意见函",
        ),
        Step("opine", "提出意见", ("circulated", "consulting"), "", MEMBER, Binding.MUST, "反馈意见"),
        Step("consult", "共同协商", ("circulated",), "consulting", INITIATOR, Binding.MUST, SUMMARY),
        Step("agree", "确认协商一致", ("consulting",), "agreed", INITIATOR, Binding.MUST, SUMMARY),
        Step("disagree", "确认存在分歧", ("consulting",), "disagreed", INITIATOR, Binding.MUST, SUMMARY),
        Step("resume", "继续协商", ("disagreed", "coordinating"), "consulting", INITIATOR, Binding.MAY),
        Step("coordinate", "办公室协调", ("disagreed",), "coordinating", OFFICE, Binding.MUST, "协调会记录"),
        Step("settle", "议定", ("coordinating", "deliberated"), "settled", OFFICE, Binding.MUST, MINUTES),
        Step("submit", "提请联席会议审议", ("coordinating",), "submitted", OFFICE, Binding.MAY, "提请审议件"),
        Step("deliberate", "联席会议审议", ("submitted",), "deliberated", CONFERENCE, Binding.MUST, MINUTES),
        Step("return", "退回重新研究", ("deliberated",), "returned", CONFERENCE, Binding.MAY, MINUTES),
        Step("escalate", "报请政府决定", ("deliberated",), "escalated", OFFICE, Binding.PRACTICE, "请示"),
        Step("close", "办结", ("agreed", "settled", "escalated"), "closed", OFFICE, Binding.MUST),
        Step(
            "withdraw",
            "撤回",
            WITHDRAWABLE,
            "withdrawn",
            INITIATOR,
            Binding.MAY,
        ),
        Step(
            "review",
            "登记合法性审核结论",
            UNFINISHED,
            "",
            OFFICE,
            Binding.MUST,
            "合法性审核意见",
        ),
        Step(
            "staffing",
            "登记机构编制办理结果",
            UNFINISHED,
            "",
            OFFICE,
            Binding.MUST,
            "机构编制办理意见",
        ),
        Step("recheck", "登记议定文本复核结果", ("agreed", "settled"), "", OFFICE, Binding.MUST, "复核结果"),
        Step("gate", "登记出台前程序", UNFINISHED, "", OFFICE, Binding.PRACTICE),
    ),
)
