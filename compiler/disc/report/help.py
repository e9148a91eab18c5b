"""What the command line says of itself in Chinese, a page for each command.

The English stands with the commands and options; a test holds the two to the same names.
"""

from __future__ import annotations

_COMMON = """\
  --root 文件夹     有 specs/ 的文件夹；其中的 schema/ 和 site/ 优先于 disc
                    自带的。不写则为当前文件夹
  --lang [zh|en]    提示的语言。不写则随系统
"""
_REPORTING = """\
  --format [text|json|github|sarif]
                    怎样写出发现的问题；text 以外的写到标准输出。不写则为 text
  --level [error|warning|notice]
                    至少多严重的才显示。退出码不受影响。不写则为 notice
  -q, --quiet       只说发现的问题
  --json            用 JSON 写出运行结果：各项数字和各阶段用时
"""
_JOBS = """\
  -j, --jobs N      本机最多用几个进程。不写则与处理器同样多；文件不多时只用一个
  --cluster 地址    交给这个地址（tcp://主机:8786）的 Dask 调度器，不用本机的进程；
                    各台机器上的根文件夹路径要相同。要先 pip install 'disc[cluster]'
"""
_HELP = """\
  -h, --help        显示本说明\
"""

PAGES = {
    "main": f"""\
用法：disc [选项] 命令 [参数]…

  编译预算、决算公开文件：由 YAML 填报文件生成网站。

  退出码：0 一切正常，1 文件有错误，2 命令用错了。

命令：
  build             由 specs/ 下的填报文件生成网站
  check             检查填报文件，不写任何文件
  explain           说明一条提示是什么意思，或列出全部
  forms             列出表样，或说明一个表样
  new               写出一个待填的填报文件

选项：
  --version         显示版本
{_HELP}""",
    "build": f"""\
用法：disc build [选项] [路径]…

  由根文件夹的 specs/ 下的填报文件生成网站。

  写了路径（填报文件或文件夹）的，只编译这些，以及从它们取数的下一年的、所属部门的
  文件；其他已有的页面不变。任何文件有错误、链接没有目标、公开过的页面将要消失的，什么
  也不发布，网站保持原样。

选项：
{_COMMON}{_REPORTING}{_JOBS}\
  --cache-dir 文件夹
                    记录生成了什么，下次只生成有变化的；可以随时删除。不写则为
                    $DISC_CACHE_DIR，或用户的缓存文件夹
  --no-cache        全部重新生成，也不记录
  --out 文件夹      网站的文件夹。整个替换，而且只替换 disc 生成的。不写则为根文件夹中
                    的 _site，预览为 _preview
  --drafts          生成预览，草稿也在内：页面上标明，没有订阅，不进搜索引擎
  --pdf             每份文件另做一个 PDF；要先 pip install 'disc[pdf]'
  --chromium 程序   印 PDF 的 Chromium、Chrome 或 Edge。不写则为 $CHROME，或找到的
                    第一个
{_HELP}""",
    "check": f"""\
用法：disc check [选项] [路径]…

  检查根文件夹的 specs/ 下的填报文件，或所写路径的文件，不写任何文件。

选项：
{_COMMON}{_REPORTING}{_JOBS}{_HELP}""",
    "explain": f"""\
用法：disc explain [选项] [编码]

  说明方括号中的编码是什么意思；不写编码则列出全部。

选项：
  --lang [zh|en]    提示的语言。不写则随系统
{_HELP}""",
    "forms": f"""\
用法：disc forms [选项] [表样]

  列出各种表样；写了表样名的，说明它有哪些内容，填报文件必须写什么、可以写什么。

选项：
{_COMMON}{_HELP}""",
    "new": f"""\
用法：disc new [选项] 表样 路径

  按表样写出一个待填的填报文件。路径是 specs/…/单位/年度-budget.yaml，单位写标识，如
  finance-bureau。

  必须填写的字段在其中留空，disc check 逐个列出；可以填写的写在注释里。表样名见
  disc forms。

选项：
{_COMMON}{_HELP}""",
}
