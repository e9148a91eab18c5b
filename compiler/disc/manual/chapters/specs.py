"""What there is to say about the contents of specs: money, units, reasons, what must be published."""

from __future__ import annotations

from disc.manual.outline import outline

CHAPTERS = (
    outline(
        "names",
        "编码、名称和引用",
        "Codes, names and references",
        """
A file names things that stand elsewhere: items of the year's classification, regions, measures of the form, its own
projects. A name that is mistyped, or that its year no longer has, leads nowhere.

文件里写的名字指向别处的内容：当年的科目、地区、表样的指标、本文件的项目。名字写错了，或者当年已经没有，就找不到。
""",
        "unknown-code unknown-region unknown-reference unknown-project names-run-together",
    ),
    outline(
        "money",
        "金额",
        "Amounts",
        """
Each amount is written once and everything else is added up, so two amounts can contradict each other only where both
are stated. Amounts in 万元 are rounded: they agree if they are no further apart than half a unit of the last digit of
each. Amounts in 元 must agree exactly.

每个金额只写一次，其余都由相加得出，所以只有两处都写明的金额才会矛盾。用万元的是四舍五入的数，相差不超过各数最后一位
的一半之和就算相符；用元的必须分毫不差。
""",
        "no-money missing-breakdown breakdowns-disagree project-amount project-twice project-items-missing"
        " reported-total reported-nothing reported-twice transfers-disagree stated-below-lines stated-above-lines"
        " procurement-reserve procurement-awarded three-public-above-budget performance-money performance-stated-twice"
        " evaluation-grades vehicle-parts"
        " negative-amount finer-than-a-fen out-of-scale"
        " pay-out-of-scale"
        " income-of-institutions accounts-unbalanced totals-differ figure-not-known open-cells",
    ),
    outline(
        "past",
        "上年数",
        "Last year",
        """
Last year's figures are those of last year's file of the same office and kind, known by region and id; final accounts
are compared with this year's budget, too. Figures cannot be better than the file that they come from.

上年数取自同一单位上年的同类文件，按行政区划代码和 id 识别；决算还要与本年的预算比较。来源的文件有错误，比较也就不可靠。
""",
        "last-year-broken budget-broken last-year-disagrees last-year-draft last-year-unbalanced opening-disagrees",
    ),
    outline(
        "units",
        "部门和所属单位",
        "A department and its units",
        """
A department that does not state its money is the sum of its units' files of the same year. What one of them lacks,
the department lacks, too. Build a department together with its units.

没有写金额的部门，由所属单位同一年的文件汇总。一个单位缺的，部门也就缺。部门要和所属单位一起检查、一起生成。
""",
        "unit-spec-missing unit-spec-broken unit-is-department unit-twice unit-of-two-departments several-headquarters"
        " unit-entry-differs unit-not-in-repository unit-texts-differ unit-numbers-missing internal-above-spending"
        " internal-unbalanced"
        " units-differ",
    ),
    outline(
        "things",
        "人员、车辆、设备和绩效",
        "People, vehicles, equipment, performance",
        """
Counts that stand in different parts of a document are held against each other, against the money and against last
year.

文件各部分写的人数、辆数、台数，互相核对，也与金额和上年的文件核对。
""",
        "active-above-authorised staffing-parts staffing-change vehicle-money vehicle-values planned-vehicles"
        " kept-above-vehicles three-public-details people-below-groups foreign-receptions"
        " equipment-counts indicator-weights target-disagrees",
    ),
    outline(
        "dates",
        "日期和年度",
        "Dates and years",
        """
The Budget Law gives twenty days from approval to publication. Dates also show what was left over from last year's
file.

预算法规定批复后二十日内公开。从日期也能看出上年文件里留下来没有改的内容。
""",
        "late-publication published-before-approval early-correction date-outside-year assets-date period-reversed"
        " period-outside-year other-year",
    ),
    outline(
        "reasons",
        "增减原因和用途",
        "Reasons and purposes",
        """
Readers ask first why a figure changed. A reason is for one figure; it says why, without an amount and without a
direction, since both are derived.

读者首先要问的是数为什么变了。一个原因说明一个数：只说为什么，不写增减数和方向，这两样由计算得出。
""",
        "missing-reason reason-contradicts same-reason-as-last-year empty-reason purpose-or-reason repeated-lead-in"
        " unknown-reason unused-reason unused-purpose",
    ),
    outline(
        "texts",
        "文字",
        "Texts",
        """
What remains of a template, of last year's copy or of somebody's first draft is what readers quote.

模板的说明、上年的原话、初稿的痕迹留在公开的文字里，最容易被读者指出来。
""",
        "placeholder form-instruction doubled-words half-width-punctuation written-number level-wording unit-words"
        " typed-amount typed-amount-differs",
    ),
    outline(
        "secret",
        "不得公开的内容",
        "What must not be published",
        """
Once published it is copied, and cannot be called back. In a public repository a draft is published, too.

一经公开就会被复制，收不回来。放进公开的仓库，草稿也等于公开。
""",
        "identity-number mobile-number bank-card-number secret-project",
    ),
    outline(
        "complete",
        "应公开的内容",
        "What must be published",
        """
The national rules say what a disclosure contains and who must publish; schema/requirements/ has them with the
provision of each. What there is none of is said, not left out.

国家规定了公开文件有哪些内容、哪些单位应当公开，各项要求和依据在 schema/requirements/ 中。没有的内容要说明没有，不能
略去不写。
""",
        "missing-item missing-advised-item not-published publisher-region publisher-kind publisher-twice"
        " publisher-years draft-left-out",
    ),
    outline(
        "settings",
        "认可和检查的设定",
        "Acceptances and settings of checks",
        """
A finding that is right all the same is accepted in the spec, with a reason and for its year. The site and the form
set the levels and thresholds of all. What a document cannot be made without is neither accepted nor set.

检查发现的地方核实无误的，在填报文件的 `accepted` 中写明原因，当年有效。检查的级别和起点由站点和表样设定。缺了就不能
生成文件的，不能认可，也不能设定。
""",
        "acceptance-lapsed acceptance-unused unknown-check firm-check",
    ),
)

TEXTS = {
    "figure-not-known": """
A sentence of the form writes this number whether it is zero or not, and nothing in the file tells it. disc does not
take what is not stated for zero.

表样的一句话不论是不是零都要写这个数，而文件里得不出它。没有写明的数，不会当作零。
""",
    "open-cells": """
The table splits money that this file knows only as a whole. A blank cell is honest and may be left; with finer
amounts the cells fill themselves.

表里要分列的钱，文件里只有合计。空着不算错，可以不改；金额写细了，这些格自己会填上。
""",
    "last-year-broken": """
All comparisons rest on it. Corrections of a published document are made where the mistake stands, with an entry in
its `corrections`.

各处的比较都依据它。上年的文件已经公开的，在出错的地方改正，并在那份文件的 `corrections` 中写明。
""",
    "budget-broken": """
Final accounts say how the outturn differs from this year's budget, which is that of the office's own file of the same
year. Mend that file; where it is published, with an entry in its `corrections`.

决算要与年初预算比较，年初预算数取自同一单位同一年度的预算公开文件。先改正那份文件；已经公开的，在它的 `corrections` 中
写明。
""",
    "unit-spec-missing": """
The unit has an `id` here, so its money is taken from its own file of the same year. The file is looked for by region
and id, not by its folder. Either add it, or state the department's money itself.

这个单位写了 `id`，它的金额就取自它自己同一年的文件。按行政区划代码和 id 查找，与文件夹无关。或者加上它的文件，或者
由部门自己写金额。
""",
    "unit-is-department": """
A department and its own headquarters are two entities, with two files and two ids. `units` names the headquarters as
one of the units.

部门和部门本级是两个公开主体，各有文件和 id。`units` 中写的是本级这个单位，不是部门。

    units:
      - {name: 某局本级, type: administrative, id: bureau-headquarters, headquarters: true}
""",
    "unit-of-two-departments": """
Each yuan is published by one department. A unit that changed its department stands in the new one's file from that
year on.

一笔钱只由一个部门公开。单位换了主管部门的，从那一年起列在新的部门中。
""",
    "unit-texts-differ": """
Numbers of units are added up, texts cannot be: two dates of the assets, for example. If the group is stated in the
department's file, that is shown.

单位的数可以相加，文字不能，例如资产的两个截止日期。部门的文件里写了这一组，就显示部门写的。
""",
    "unit-numbers-missing": """
A unit that says nothing has perhaps forgotten it; then the sum of the others would be called the department's. State
0 where there is none.

没有写的单位可能是漏报了，其他单位之和就不是部门的数。没有的写 0。
""",
    "unused-reason": """
A reason is told where the form has a sentence for it, last year's figure is known and there is a change. Common
causes: a code of another level than the form tells, a measure of another form, last year's figures missing.

表样有说它的句子、上年数已知、而且有增减，原因才会写进文件。常见的情况：编码的级别与表样不同，写了其他表样的指标名，
没有上年数。
""",
    "unused-purpose": """
A purpose is told with the money of its code. Common causes: the item has no money this year, or the form tells
purposes by class and the key is an item, or the other way round.

用途随着该编码的金额写进文件。常见的情况：该科目今年没有金额；表样按类说明用途而这里写的是项，或者相反。
""",
    "missing-item": """
The message names the provision and the field. Where there is none, that is stated: readers and inspectors cannot tell
an item that was forgotten from one that does not exist.

提示写明了依据和填写的位置。确实没有的也要写明没有：漏写和没有，读者和检查的人分不出来。
""",
    "missing-advised-item": """
No rule demands it, but readers ask for it and others publish it.

规定没有要求，但读者会问，其他单位也公开。
""",
    "not-published": """
The list of those who must publish (specs/publishers.yaml) has an entry, others of the same region have published for
the year, and this one has not.

应当公开的单位名单（specs/publishers.yaml）上有它，同一地区的其他单位已经公开了这一年的，它还没有。
""",
    "publisher-region": """
Whoever on the list has not published is found by the other specs of its region. Of a region that is mistyped there are
none, so nobody would be missed.

名单上谁没有公开，要看同一地区的其他单位。地区代码写错的，没有同地区的单位，少了谁都不会提示。
""",
    "publisher-kind": """
As with regions: of a kind of document that there is not, nobody has a spec, so nobody would be missed.

与地区一样：没有的种类，谁都没有这种文件，少了谁都不会提示。
""",
    "publisher-twice": """
Both entries are missed or neither, so the coverage page would count one missing document twice.

两条同时缺、同时有，公开情况页会把一份没有公开的文件算成两份。
""",
    "acceptance-lapsed": """
What was looked into last year need not hold this year. So an acceptance that was copied with last year's file holds
nothing until somebody has looked again and written the new year.

上年核实过的，今年不一定还成立。所以随上年文件复制来的认可不起作用，要有人重新核实并改写年度。
""",
    "acceptance-unused": """
Either what it accepted has been mended, or its `at` names another place. A leftover acceptance would hide the next
mistake of the kind.

或者所认可的问题已经改正，或者 `at` 写的位置不对。不再需要的认可留着，会遮住以后的同类错误。
""",
    "firm-check": """
An acceptance says: this looks wrong and is right. What a document cannot be made without is not of that kind.

认可的意思是“看上去不对，其实没错”。缺了就生成不了文件的，不属于这种情况。
""",
}
