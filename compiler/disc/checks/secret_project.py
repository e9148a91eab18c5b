"""A project is marked as a state secret.

State secrets are excepted from disclosure (预算法 art. 14, 保守国家秘密法), so a project marked 机密★ or called 涉密
must not stand in a file that is published. Looked at are the names and texts of projects. What is said not to be
secret (不涉密) passes, and so does the work of keeping secrets (保密, 涉密人员管理).

国家秘密不公开（预算法第十四条、保守国家秘密法），所以标为“机密★”或称作“涉密”的项目不能写在要公开的文件里。查的
是项目的名称和文字。写明不涉密的不算，保密工作本身（保密、涉密人员管理）也不算。

FAIL:

    projects: [{name: ▸涉密信息系统建设, function: 2010301, source: general, economic: {30213: 30}}]

PASS:

    projects: [{name: 非涉密信息系统建设, function: 2010301, source: general, economic: {30213: 30}}]
    other_matters: 承担涉密文件的保密管理。

Mend: have the secrecy office decide. What is secret is taken out of the spec, with its money, as the finance office
has approved for publication; what is not gets another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from disc.core.diagnostic import Diagnostic, Level, Rule, Words
from disc.load.spec_reader import Case
from disc.load.texts import quoted, starting

RULE = Rule(
    "secret-project",
    Level.ERROR,
    Words("项目标为涉密", "A project is marked as secret"),
    Words("项目的文字中有“{words}”，涉密项目不得公开", "a project says “{words}”; secret ones must not be published"),
    Words("请保密部门审定：涉密的删去，不涉密的改名", "Have it decided: take out what is secret, rename what is not"),
)

_SECRET = starting("涉绝机秘", "(?<![不非未无])(?<!没有)(?<!不属于)涉密(?!人员|资质|岗位)|[绝机]密|秘密[★☆]")
_PROJECTS = ("projects", "project_explanations")


def check(case: Case) -> Iterator[Diagnostic]:
    """Look for marks of secrecy in the texts of projects."""
    for path, _, matches in case.spec.texts.find(_SECRET):
        if path[0] in _PROJECTS:
            yield RULE.at(case.spec.place(*path), words=quoted(matches))
