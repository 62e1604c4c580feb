<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>cuntu::Cli</name>
    <message>
        <source>Cuntu: village infrastructure on the map and in the ledger</source>
        <translation>村图：村里的基础设施，图上有、账上也有</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>text or json</source>
        <translation>text（文字）或 json</translation>
    </message>
    <message>
        <source>Language of the texts: zh or en</source>
        <translation>文字的语言：zh 或 en</translation>
    </message>
    <message>
        <source>&apos;cuntu --help&apos; and &apos;cuntu VERB --help&apos; tell how it is called.</source>
        <translation>用法见 cuntu --help 和 cuntu 命令 --help。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>Write it as 2020-06-30.</source>
        <translation>请写成 2020-06-30 的样子。</translation>
    </message>
    <message>
        <source>the project cannot be written: %1</source>
        <translation>项目不能写入：%1</translation>
    </message>
    <message>
        <source>Close it in the other program, or check its permissions; nothing was changed.</source>
        <translation>请在另一个程序里关闭它，或检查权限；什么都没有改动。</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Look for errors in a project&apos;s data; status 1 if there are any</source>
        <translation>检查项目数据中的错误；有错误时退出状态为 1</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>%1 features of %2 written to %3</source>
        <translation>已把“%2”的 %1 个要素写入 %3</translation>
    </message>
    <message>
        <source>The layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Personal data in full; this is recorded in the project</source>
        <translation>个人信息不遮盖；此事记入项目</translation>
    </message>
    <message>
        <source>Who asks for it</source>
        <translation>谁要求的</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no assignment</source>
        <translation>“%1”不是对应关系</translation>
    </message>
    <message>
        <source>%1: %2 rows read, %3 taken (%4 of them updated), %5 rejected, %6 warnings</source>
        <translation>%1：读取 %2 行，采用 %3 行（其中更新 %4 行），拒收 %5 行，提醒 %6 条</translation>
    </message>
    <message numerus="yes">
        <source>  ... and %n more</source>
        <translation>
            <numerusform>  …还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>row %1 rejected: %2</source>
        <translation>第 %1 行拒收：%2</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>  rejected rows: %1</source>
        <translation>  拒收的行：%1</translation>
    </message>
    <message>
        <source>Load a file into a project</source>
        <translation>把文件导入项目</translation>
    </message>
    <message>
        <source>The file; anything GDAL reads</source>
        <translation>文件；GDAL 能读的都行</translation>
    </message>
    <message>
        <source>field=column: which column a field is read from</source>
        <translation>字段=列：字段从哪一列读取</translation>
    </message>
    <message>
        <source>Encoding of the text, e.g. GBK; detected otherwise</source>
        <translation>文字编码，如 GBK；不写则自动识别</translation>
    </message>
    <message>
        <source>Coordinate system of the file: EPSG:n, gcj02, bd09; detected otherwise</source>
        <translation>文件的坐标系：EPSG:n、gcj02、bd09；不写则自动识别</translation>
    </message>
    <message>
        <source>Sheet or layer of the file; the first one otherwise</source>
        <translation>文件里的工作表或图层；不写则用第一个</translation>
    </message>
    <message>
        <source>Where rejected rows are written</source>
        <translation>拒收的行写到哪里</translation>
    </message>
    <message>
        <source>Status of the features for which the file names none</source>
        <translation>文件里没有写状态的要素用什么状态</translation>
    </message>
    <message>
        <source>Date of that status, and of ones without a date</source>
        <translation>该状态的日期，也用于没有日期的状态</translation>
    </message>
    <message>
        <source>Who reports it</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Take nothing if one row fails</source>
        <translation>有一行出错就全部不导入</translation>
    </message>
    <message>
        <source>there is no programme %1</source>
        <translation>没有专项 %1</translation>
    </message>
    <message>
        <source>&apos;cuntu plugins&apos; lists them.</source>
        <translation>cuntu plugins 列出全部专项。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no area code</source>
        <translation>“%1”不是区划代码</translation>
    </message>
    <message>
        <source>Give 6, 9 or 12 digits.</source>
        <translation>请给出 6、9 或 12 位数字。</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Figures by area and date</source>
        <translation>按区域和日期列出指标</translation>
    </message>
    <message>
        <source>Only of this programme</source>
        <translation>只列这个专项</translation>
    </message>
    <message>
        <source>The date they are for; today otherwise</source>
        <translation>截至日期；不写则为今天</translation>
    </message>
    <message>
        <source>county, township or village</source>
        <translation>county（县）、township（乡镇）或 village（村）</translation>
    </message>
    <message>
        <source>Only inside the area with this code</source>
        <translation>只列这个代码的区域之内</translation>
    </message>
    <message>
        <source>Do it so often, and say how long each took</source>
        <translation>做这么多遍，并说明每遍用时</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>CRS: %1</source>
        <translation>坐标系：%1</translation>
    </message>
    <message>
        <source>not yet; the first data decide</source>
        <translation>尚无，由最先导入的数据决定</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订号 %1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Show a project&apos;s layers, counts, CRS, revision and plugins</source>
        <translation>显示项目的图层、数量、坐标系、修订号和插件</translation>
    </message>
    <message>
        <source>%1 of %2 is %3 since %4</source>
        <translation>“%2”的 %1 自 %4 起为“%3”</translation>
    </message>
    <message>
        <source>Record that a feature reached a status on a day</source>
        <translation>记录某要素在某天到了某个状态</translation>
    </message>
    <message>
        <source>Code, name or number of the feature</source>
        <translation>要素的代码、名称或编号</translation>
    </message>
    <message>
        <source>Status, by its id or name</source>
        <translation>状态的代号或名称</translation>
    </message>
    <message>
        <source>Day on which it happened in the field</source>
        <translation>现场发生的日期</translation>
    </message>
    <message>
        <source>Note or reason</source>
        <translation>备注或原因</translation>
    </message>
    <message>
        <source>The project has no targets yet. Load them with: cuntu import PROJECT FILE --as targets</source>
        <translation>项目里还没有目标。导入：cuntu import 项目 文件 --as targets</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺值</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>done/of</source>
        <translation>完成/总数</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态灯</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>预计达到</translation>
    </message>
    <message>
        <source>responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Where the targets stand, and whether they will be met</source>
        <translation>各目标到了哪一步，能不能完成</translation>
    </message>
    <message>
        <source>The date they are judged on; today otherwise</source>
        <translation>判断的日期；不写则为今天</translation>
    </message>
    <message>
        <source>Make a new, empty project</source>
        <translation>新建空项目</translation>
    </message>
    <message>
        <source>File to make, NAME.cuntu</source>
        <translation>要新建的文件，名称.cuntu</translation>
    </message>
    <message>
        <source>Coordinate system, EPSG:n; without it, the first data decide</source>
        <translation>坐标系 EPSG:n；不写则由最先导入的数据决定</translation>
    </message>
    <message>
        <source>Name of the project; without it, the file&apos;s</source>
        <translation>项目名称；不写则用文件名</translation>
    </message>
    <message>
        <source>%1 can only be the system of a file, not of a project</source>
        <translation>%1 只能是文件的坐标系，不能是项目的坐标系</translation>
    </message>
    <message>
        <source>Leave --crs out, or give a CGCS2000 zone such as EPSG:4527.</source>
        <translation>请去掉 --crs，或写一个 CGCS2000 分带，如 EPSG:4527。</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>已新建 %1</translation>
    </message>
    <message>
        <source>no plugins were found</source>
        <translation>没有找到插件</translation>
    </message>
    <message>
        <source>plugin %1 is used again at the next start</source>
        <translation>下次启动时重新使用插件 %1</translation>
    </message>
    <message>
        <source>List the plugins with version, state and what they contribute</source>
        <translation>列出插件的版本、状态和提供的内容</translation>
    </message>
    <message>
        <source>Use this plugin again, which was switched off or set aside after a crash</source>
        <translation>重新使用被关闭或因崩溃而停用的插件</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no size</source>
        <translation>“%1”不是尺寸</translation>
    </message>
    <message>
        <source>Write it as 1600x1200; each side 16 to 32000.</source>
        <translation>请写成 1600x1200 的样子；每边 16 到 32000。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no extent</source>
        <translation>“%1”不是范围</translation>
    </message>
    <message>
        <source>Write it as x0,y0,x1,y1 in the project&apos;s CRS.</source>
        <translation>请按项目坐标系写成 x0,y0,x1,y1。</translation>
    </message>
    <message>
        <source>map written to %1</source>
        <translation>地图已写入 %1</translation>
    </message>
    <message>
        <source>Draw the map into a file</source>
        <translation>把地图画成文件</translation>
    </message>
    <message>
        <source>The picture: png, svg or pdf</source>
        <translation>图片：png、svg 或 pdf</translation>
    </message>
    <message>
        <source>Overlay to draw</source>
        <translation>要画的专题图</translation>
    </message>
    <message>
        <source>Layers to draw, from the bottom; all otherwise</source>
        <translation>要画的图层，自下而上；不写则为全部</translation>
    </message>
    <message>
        <source>The date it is for; today otherwise</source>
        <translation>截至日期；不写则为今天</translation>
    </message>
    <message>
        <source>x0,y0,x1,y1 in the project&apos;s CRS; everything otherwise</source>
        <translation>项目坐标系下的 x0,y0,x1,y1；不写则为全部</translation>
    </message>
    <message>
        <source>Width and height in pixels, WxH</source>
        <translation>宽和高，像素，写成 宽x高</translation>
    </message>
    <message>
        <source>Only the map: no title, legend and frame</source>
        <translation>只要地图：不要标题、图例和图框</translation>
    </message>
    <message>
        <source>reports are written as .html</source>
        <translation>报告写成 .html 文件</translation>
    </message>
    <message>
        <source>Open it in a browser to print it or to save it as PDF.</source>
        <translation>在浏览器里打开即可打印或另存为 PDF。</translation>
    </message>
    <message>
        <source>report written to %1</source>
        <translation>报告已写入 %1</translation>
    </message>
    <message>
        <source>Write a report: milestones, figures, what is left, the map</source>
        <translation>写报告：里程碑、指标、剩余清单、地图</translation>
    </message>
    <message>
        <source>The report, .html</source>
        <translation>报告文件，.html</translation>
    </message>
    <message>
        <source>2018, 2018-H1, 2018-Q2, 2018-06 or 2018-W23</source>
        <translation>2018、2018-H1、2018-Q2、2018-06 或 2018-W23</translation>
    </message>
    <message>
        <source>The date it is for, without a period; today otherwise</source>
        <translation>不写时段时的截至日期；也不写则为今天</translation>
    </message>
    <message>
        <source>Only the area with this code</source>
        <translation>只列这个代码的区域</translation>
    </message>
    <message>
        <source>algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>what it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>must be given</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood</source>
        <translation>看不懂“%1”</translation>
    </message>
    <message>
        <source>Write parameters as --name value.</source>
        <translation>参数请写成 --名称 值。</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>layers: %1</source>
        <translation>图层：%1</translation>
    </message>
    <message>
        <source>cuntu run PROJECT ALGORITHM [--parameter value]...
Run a computation. &apos;cuntu run --list&apos; names them, &apos;cuntu run ALGORITHM --help&apos; explains one.</source>
        <translation>cuntu run 项目 算法 [--参数 值]…
运行一项计算。cuntu run --list 列出全部算法，cuntu run 算法 --help 说明其中一个。</translation>
    </message>
    <message>
        <source>which algorithm?</source>
        <translation>哪个算法？</translation>
    </message>
    <message>
        <source>there is no algorithm %1</source>
        <translation>没有算法 %1</translation>
    </message>
    <message>
        <source>&apos;cuntu run --list&apos; names them.</source>
        <translation>cuntu run --list 列出全部算法。</translation>
    </message>
    <message>
        <source>Run a computation; &apos;cuntu run --list&apos; names them</source>
        <translation>运行一项计算；cuntu run --list 列出全部</translation>
    </message>
    <message>
        <source>Whose life cycle is meant, where the layer goes through several</source>
        <translation>图层有几套流程时，指的是哪个专项的</translation>
    </message>
    <message>
        <source>Photo or document, stored in the project; may be given again</source>
        <translation>照片或文件，存入项目；可以写多次</translation>
    </message>
    <message>
        <source>Whose life cycle, where the layer goes through several</source>
        <translation>图层有几套流程时，用哪个专项的</translation>
    </message>
    <message>
        <source>In which capacity: village, township, department, ...</source>
        <translation>以什么身份：村、乡镇、部门……</translation>
    </message>
    <message>
        <source>Number of the paper it rests on</source>
        <translation>依据文件的文号</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither a verb nor a project</source>
        <translation>“%1”既不是命令也不是项目</translation>
    </message>
    <message>
        <source>there is no display to open the window on</source>
        <translation>没有可显示窗口的桌面</translation>
    </message>
    <message>
        <source>Log in to a desktop, or use a verb: &apos;cuntu --help&apos; lists them.</source>
        <translation>请登录桌面，或使用命令：cuntu --help 会列出全部命令。</translation>
    </message>
    <message>
        <source>Say which version this is</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1 must be given</source>
        <translation>必须给出 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not expected here</source>
        <translation>这里不应有“%1”</translation>
    </message>
    <message>
        <source>%1 cannot be &apos;%2&apos;; possible are: %3</source>
        <translation>%1 不能是“%2”；可用：%3</translation>
    </message>
    <message>
        <source>%1 cannot be &apos;%2&apos;</source>
        <translation>%1 不能是“%2”</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 需要一个值</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>* must be given</source>
        <translation>* 必填</translation>
    </message>
    <message>
        <source>%1 cannot be %2; it lies between %3 and %4</source>
        <translation>%1 不能是 %2；应在 %3 至 %4 之间</translation>
    </message>
    <message>
        <source>By the areas as they were, or are, on this date; those of --as-of otherwise</source>
        <translation>按这一天的区划统计；不给则按 --as-of 当天的区划</translation>
    </message>
    <message>
        <source>case</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Look what targets are in danger, keep the alerts in the project, and list them</source>
        <translation>检查哪些目标有危险，把预警记入项目并列出</translation>
    </message>
    <message>
        <source>Who looks</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Settled ones as well</source>
        <translation>已销号的也列出</translation>
    </message>
    <message>
        <source>case %1 is %2 since %3</source>
        <translation>%1 号自 %3 起：%2</translation>
    </message>
    <message>
        <source>Take an alert, or an item of the rectification ledger, a step further</source>
        <translation>推进一条预警或整改台账中的一项</translation>
    </message>
    <message>
        <source>Number of the case</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>ACKNOWLEDGED, SUPERVISED, RESOLVED, VERIFIED; ASSIGNED, RECTIFYING, SUBMITTED, CHECKED, CLOSED, REOPENED</source>
        <translation>ACKNOWLEDGED 认领、SUPERVISED 督办、RESOLVED 解决、VERIFIED 销号；ASSIGNED 交办、RECTIFYING 整改、SUBMITTED 报送、CHECKED 核查、CLOSED 销号、REOPENED 重新整改</translation>
    </message>
    <message>
        <source>Day on which it happened; today otherwise</source>
        <translation>发生日期；不写为今天</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Photo or document, stored in the project</source>
        <translation>照片或文件，存入项目</translation>
    </message>
    <message>
        <source>closed until %1: what is entered about that time from now on needs a note</source>
        <translation>已关账至 %1：今后补录那段时间的事须写明原因</translation>
    </message>
    <message>
        <source>Close a reporting period</source>
        <translation>关账</translation>
    </message>
    <message>
        <source>The last day of the period: 2018-06-30, 2018-06 or 2018</source>
        <translation>时段的最后一天：2018-06-30、2018-06 或 2018</translation>
    </message>
    <message>
        <source>On what grounds</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Who closes it</source>
        <translation>关账人</translation>
    </message>
    <message>
        <source>Nothing was ever recorded about it.</source>
        <translation>没有任何记录。</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>happened</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>who</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>rung</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>All that was ever recorded about a feature</source>
        <translation>一个对象的全部记录</translation>
    </message>
    <message>
        <source>there is no indicator %1</source>
        <translation>没有指标 %1</translation>
    </message>
    <message>
        <source>--from lies after --as-of</source>
        <translation>--from 晚于 --as-of</translation>
    </message>
    <message>
        <source>Only this indicator</source>
        <translation>只看这个指标</translation>
    </message>
    <message>
        <source>A series from this date to --as-of; see --every</source>
        <translation>从这一天到 --as-of 的序列；见 --every</translation>
    </message>
    <message>
        <source>month, quarter, year or week</source>
        <translation>month 月、quarter 季、year 年或 week 周</translation>
    </message>
    <message>
        <source>As it was known at the end of this day; now otherwise</source>
        <translation>按这一天结束时所知；不写为现在</translation>
    </message>
    <message>
        <source>Only of entries that stand on this rung or a higher one: reported, checked or certified</source>
        <translation>只算达到这一可信度的记录：reported 已上报、checked 已核对、certified 已核定</translation>
    </message>
    <message numerus="yes">
        <source>%n features of %1 marked</source>
        <translation>
            <numerusform>已标记 %1 的 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Or give a list of features with --from FILE.</source>
        <translation>或用 --from 文件 给出名单。</translation>
    </message>
    <message>
        <source>reported, checked or certified</source>
        <translation>reported 已上报、checked 已核对或 certified 已核定</translation>
    </message>
    <message>
        <source>Number of the entry it corrects; &apos;cuntu history&apos; shows them</source>
        <translation>所更正记录的编号；cuntu history 可查</translation>
    </message>
    <message>
        <source>Encoding of that table</source>
        <translation>名单的编码</translation>
    </message>
    <message>
        <source>Sheet of that table</source>
        <translation>名单的工作表</translation>
    </message>
    <message>
        <source>receipt in %1: %2 of %3, digest %4</source>
        <translation>凭据在 %1：%2 / %3，摘要 %4</translation>
    </message>
    <message>
        <source>The receipt holds: %1 of %2, as known on %3, to the last of %4 features.</source>
        <translation>凭据成立：%1 / %2，按 %3 所知，%4 个对象逐一相符。</translation>
    </message>
    <message>
        <source>the receipt does not hold</source>
        <translation>凭据不成立</translation>
    </message>
    <message>
        <source>A figure with what proves it; &apos;cuntu verify&apos; checks it</source>
        <translation>数字及其凭据；用 cuntu verify 验算</translation>
    </message>
    <message>
        <source>Id of the indicator</source>
        <translation>指标编号</translation>
    </message>
    <message>
        <source>name=value of its definition; may be given again</source>
        <translation>口径的 名称=值；可重复</translation>
    </message>
    <message>
        <source>File to write it to</source>
        <translation>写入的文件</translation>
    </message>
    <message>
        <source>Work a receipt&apos;s figure out again, and compare</source>
        <translation>重新计算凭据上的数字并比较</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>listed as case %1</source>
        <translation>已列入台账，%1 号</translation>
    </message>
    <message>
        <source>closed %1 of %2, overdue %3</source>
        <translation>共 %2 项，已销号 %1 项，逾期 %3 项</translation>
    </message>
    <message>
        <source>Show the rectification ledger, or list a problem in it</source>
        <translation>显示整改台账，或列入一个问题</translation>
    </message>
    <message>
        <source>What is wrong: lists it</source>
        <translation>问题内容：列入台账</translation>
    </message>
    <message>
        <source>Its number on the list</source>
        <translation>清单上的编号</translation>
    </message>
    <message>
        <source>Who found it: inspection, audit, petition, own check, ...</source>
        <translation>来源：检查、审计、信访、自查等</translation>
    </message>
    <message>
        <source>Area it is about</source>
        <translation>所涉区域</translation>
    </message>
    <message>
        <source>Layer of the feature it is about</source>
        <translation>所涉对象的图层</translation>
    </message>
    <message>
        <source>1 hint, 2 yellow card, 3 red card</source>
        <translation>1 提示，2 黄牌，3 红牌</translation>
    </message>
    <message>
        <source>Who must put it right</source>
        <translation>整改单位</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>How it is to be put right</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Day of listing, or day the list is shown for</source>
        <translation>列入日期，或台账的查看日期</translation>
    </message>
    <message>
        <source>Who lists it</source>
        <translation>列入人</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number</source>
        <translation>“%1” 不是数字</translation>
    </message>
    <message>
        <source>target %1 is gone</source>
        <translation>目标 %1 已移除</translation>
    </message>
    <message>
        <source>target %1 is adjusted; the version before is kept</source>
        <translation>目标 %1 已调整；旧版本保留</translation>
    </message>
    <message>
        <source>Adjust, close or remove a target; earlier versions are kept</source>
        <translation>调整、关闭或移除目标；旧版本保留</translation>
    </message>
    <message>
        <source>Label of the target</source>
        <translation>目标编号</translation>
    </message>
    <message>
        <source>Of this area, where several have the label</source>
        <translation>同号有几个时，指哪个区域的</translation>
    </message>
    <message>
        <source>New target value</source>
        <translation>新的目标值</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>新的开始日期</translation>
    </message>
    <message>
        <source>New due day</source>
        <translation>新的期限</translation>
    </message>
    <message>
        <source>New lead unit</source>
        <translation>新的牵头单位</translation>
    </message>
    <message>
        <source>Who answers for it from now on</source>
        <translation>新的责任人</translation>
    </message>
    <message>
        <source>draft, issued, active, adjusted, closed, failed or carried_over</source>
        <translation>draft 草案、issued 下达、active 执行、adjusted 调整、closed 销号、failed 未完成或 carried_over 结转</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Who changes it</source>
        <translation>调整人</translation>
    </message>
    <message>
        <source>Take a target that was entered by mistake out</source>
        <translation>移除误录的目标</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>lead unit</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>there is no target %1</source>
        <translation>没有目标 %1</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>已知：%1</translation>
    </message>
    <message>
        <source>several targets are called %1</source>
        <translation>有几个目标叫 %1</translation>
    </message>
    <message>
        <source>Say which area is meant with --area: %1</source>
        <translation>用 --area 指明区域：%1</translation>
    </message>
    <message>
        <source>What was promised, by which plan, and by whom</source>
        <translation>承诺了什么、出自哪个方案、由谁负责</translation>
    </message>
    <message>
        <source>As they held at the end of this day</source>
        <translation>按这一天结束时有效的</translation>
    </message>
    <message>
        <source>All versions of the target with this label</source>
        <translation>这个编号的目标的全部版本</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>试算</translation>
    </message>
    <message numerus="yes">
        <source>%n features count differently</source>
        <translation>
            <numerusform>%n 个对象的计入不同</numerusform>
        </translation>
    </message>
    <message>
        <source>missing %1, gained %2 for %3</source>
        <translation>差 %1，做到 %2，费用 %3</translation>
    </message>
    <message>
        <source>%1 left out: nothing is known of their cost</source>
        <translation>%1 个未列：不知费用</translation>
    </message>
    <message numerus="yes">
        <source>target %1 is split into %n parts</source>
        <translation>
            <numerusform>目标 %1 已分解为 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Why a figure changed between two dates</source>
        <translation>两个日期之间数字为什么变</translation>
    </message>
    <message>
        <source>The earlier date</source>
        <translation>较早的日期</translation>
    </message>
    <message>
        <source>The later date; today otherwise</source>
        <translation>较晚的日期；不写为今天</translation>
    </message>
    <message>
        <source>The earlier figure as it was known at the end of this day</source>
        <translation>较早的数字按这一天结束时所知</translation>
    </message>
    <message>
        <source>Another definition of a figure beside the usual one, and what flips</source>
        <translation>换一种口径与现行口径对比，看哪些翻转</translation>
    </message>
    <message>
        <source>name=value that is tried; may be given again</source>
        <translation>试算的 名称=值；可重复</translation>
    </message>
    <message>
        <source>The cheapest places with which a target is reached</source>
        <translation>最省钱就能达标的地方</translation>
    </message>
    <message>
        <source>Field that says what a place costs; every place 1 otherwise</source>
        <translation>写明费用的字段；不写则每处为 1</translation>
    </message>
    <message>
        <source>At most so much may be spent</source>
        <translation>预算上限</translation>
    </message>
    <message>
        <source>Split a target among townships or villages; the parts add up</source>
        <translation>把目标分解到乡镇或村；各部分加起来等于总数</translation>
    </message>
    <message>
        <source>township or village</source>
        <translation>township 乡镇或 village 村</translation>
    </message>
    <message>
        <source>How the work is spread over the year: even, outdoor_south, outdoor_north, afforestation, year_end or exit</source>
        <translation>全年怎么分季：even 均衡、outdoor_south 南方户外、outdoor_north 北方户外、afforestation 造林、year_end 年底并网或 exit 退出</translation>
    </message>
    <message>
        <source>Day whose figures weigh the parts; today otherwise</source>
        <translation>按哪一天的数字分解；不写为今天</translation>
    </message>
    <message>
        <source>Who splits it</source>
        <translation>分解人</translation>
    </message>
    <message>
        <source>days ahead</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>recent pace</source>
        <translation>近期速度</translation>
    </message>
    <message>
        <source>mean pace</source>
        <translation>平均速度</translation>
    </message>
    <message>
        <source>planned curve</source>
        <translation>计划曲线</translation>
    </message>
    <message>
        <source>within the band</source>
        <translation>落在区间内</translation>
    </message>
    <message>
        <source>mean absolute error of forecasts, in %1</source>
        <translation>预测的平均绝对误差，单位 %1</translation>
    </message>
    <message>
        <source>nothing stands as %1 in layer %2</source>
        <translation>图层 %2 中没有状态 %1</translation>
    </message>
    <message>
        <source>too few data (%1 reports) to say how late reports come</source>
        <translation>数据不足（%1 条上报），不估计上报滞后</translation>
    </message>
    <message>
        <source>after %1 days %2 % are reported</source>
        <translation>%1 天后已上报 %2 %</translation>
    </message>
    <message>
        <source>of the last %1 days %2 are reported, %3 are to be expected</source>
        <translation>最近 %1 天已上报 %2，预计为 %3</translation>
    </message>
    <message>
        <source>How good forecasts of a target were: made on the past, scored on what followed</source>
        <translation>目标预测的准确度：用过去的数据预测，与后来的实际比较</translation>
    </message>
    <message>
        <source>The last day that is looked at; today otherwise</source>
        <translation>看到哪一天为止；不写为今天</translation>
    </message>
    <message>
        <source>How late reports come, and what is still to be expected of the last days</source>
        <translation>上报有多晚，最近还会补报多少</translation>
    </message>
    <message>
        <source>Id of the status</source>
        <translation>状态编号</translation>
    </message>
    <message>
        <source>Whose life cycle</source>
        <translation>哪个专项的生命周期</translation>
    </message>
    <message>
        <source>As known on this day; today otherwise</source>
        <translation>按这一天所知；不写为今天</translation>
    </message>
    <message>
        <source>How many last days; 90 otherwise</source>
        <translation>最近多少天；不写为 90</translation>
    </message>
    <message>
        <source>Write it as name=value.</source>
        <translation>请写成 名称=值。</translation>
    </message>
    <message>
        <source>its parts: %1; together %2</source>
        <translation>分解项：%1；合计 %2</translation>
    </message>
    <message>
        <source>target %1 has no start or no due day</source>
        <translation>目标 %1 缺起始日或到期日</translation>
    </message>
    <message>
        <source>Give them with --start and --due.</source>
        <translation>请用 --start 和 --due 给出。</translation>
    </message>
    <message>
        <source>Day on which the denominator is frozen</source>
        <translation>冻结分母的日期</translation>
    </message>
    <message>
        <source>How often is reported: weekly, monthly, quarterly, half_yearly or yearly</source>
        <translation>上报频次：weekly（周）、monthly（月）、quarterly（季）、half_yearly（半年）或 yearly（年）</translation>
    </message>
    <message>
        <source>How the work is planned: even, s_curve, or spread over the quarters of a year as outdoor_south, outdoor_north, afforestation, year_end or exit</source>
        <translation>计划怎样安排：even（均匀）、s_curve（S 曲线），或按年内各季度分配：outdoor_south（南方户外）、outdoor_north（北方户外）、afforestation（造林）、year_end（年末）、exit（退出）</translation>
    </message>
    <message>
        <source>%1 (%2): %3 instead of %4</source>
        <translation>%1（%2）：由 %4 变为 %3</translation>
    </message>
    <message>
        <source>No list of holidays was loaded: Saturdays and Sundays are free, nothing else.</source>
        <translation>没有导入放假安排：只有周六、周日休息。</translation>
    </message>
    <message>
        <source>%1: %2 days free, %3 weekend days worked; of other years only weekends are free.</source>
        <translation>%1：放假 %2 天，调休上班 %3 天；其他年份只有周末休息。</translation>
    </message>
    <message>
        <source>Which days are working days: load the year&apos;s holidays, count days</source>
        <translation>哪些是工作日：导入年度放假安排，推算工作日</translation>
    </message>
    <message>
        <source>A table with a day a row (date, and holiday or working day); it is added to what was loaded before</source>
        <translation>每行一天的表（日期，放假或上班）；并入已导入的安排</translation>
    </message>
    <message>
        <source>Day to count from; today otherwise</source>
        <translation>从哪一天起算；默认今天</translation>
    </message>
    <message>
        <source>Show which day is so many working days later</source>
        <translation>多少个工作日之后是哪一天</translation>
    </message>
    <message>
        <source>%1 of %2: %3 measured on %4</source>
        <translation>%2 的 %1：%4 量测为 %3</translation>
    </message>
    <message>
        <source>feature, status (or --value) and --on must be given</source>
        <translation>须给出对象、状态（或 --value）和 --on</translation>
    </message>
    <message>
        <source>What was measured, in the unit of the figure; with or without a status</source>
        <translation>量测值，用该量的单位；可以不带状态</translation>
    </message>
    <message>
        <source>Which figure it is, by its id or name, where there are several</source>
        <translation>哪一个量（标识或名称），有多个时须指明</translation>
    </message>
    <message>
        <source>A table with one feature a row (code, status, value, date, who, note): all of it or nothing; what a row leaves out is taken from the options</source>
        <translation>每行一个对象的表（编号、状态、数值、日期、填报人、备注）：要么全收，要么都不收；行里没写的取选项的值</translation>
    </message>
    <message>
        <source>with what is reported late %1 are to be expected, %2 more (learnt from %3 past reports); the light stays on what is reported</source>
        <translation>计入迟报后预计为 %1，多 %2（由过去 %3 条上报得出）；灯色仍按已上报的数</translation>
    </message>
    <message>
        <source>By when, in working days after the listing; see &apos;cuntu calendar&apos;</source>
        <translation>列入后多少个工作日内完成；见 cuntu calendar</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>%1 is what it is by default again</source>
        <translation>%1 已恢复默认</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>Show or change what lights and alerts of a project go by</source>
        <translation>查看或修改项目亮灯、预警的规则</translation>
    </message>
    <message>
        <source>Which one; none: shows all</source>
        <translation>哪一项；不写则全部列出</translation>
    </message>
    <message>
        <source>What it shall be; none: the default</source>
        <translation>改为什么；不写则恢复默认</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>with</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form %2</source>
        <translation>“%1”不是 %2 的形式</translation>
    </message>
    <message>
        <source>there is no import profile %1</source>
        <translation>没有导入方案 %1</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>已有：%1</translation>
    </message>
    <message>
        <source>it must be said what the file holds</source>
        <translation>须说明文件里是什么</translation>
    </message>
    <message>
        <source>Say --as %1, if it is that, or name a profile.</source>
        <translation>如果是，写 --as %1；或指定一个方案。</translation>
    </message>
    <message>
        <source>  %1 new, %2 changed, %3 unchanged, %4 missing in the file</source>
        <translation>  新增 %1，变更 %2，不变 %3，文件中缺 %4</translation>
    </message>
    <message numerus="yes">
        <source>  %n rows left out</source>
        <translation>
            <numerusform>  略去 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 changed</source>
        <translation>%1：%2已变</translation>
    </message>
    <message>
        <source>%1: %2 from &apos;%3&apos; to &apos;%4&apos;</source>
        <translation>%1：%2由“%3”变为“%4”</translation>
    </message>
    <message>
        <source>missing in the file: %1 %2</source>
        <translation>文件中缺：%1 %2</translation>
    </message>
    <message>
        <source>unknown place in %1 rows: %2</source>
        <translation>%1 行的地名不认识：%2</translation>
    </message>
    <message>
        <source>unknown place in %1 rows: %2; if it is the likeliest: --place &apos;%2=%3&apos;</source>
        <translation>%1 行的地名不认识：%2；若指最相近的一个：--place &apos;%2=%3&apos;</translation>
    </message>
    <message>
        <source>unknown word in %1 rows: &apos;%2&apos; for %3 (--word &apos;%3:%2=...&apos;)</source>
        <translation>%1 行的词不认识：%3 的“%2”（--word &apos;%3:%2=...&apos;）</translation>
    </message>
    <message>
        <source>Nothing was written: this is what the import would do.</source>
        <translation>什么都没有写：以下是导入会做的事。</translation>
    </message>
    <message>
        <source>Import as this profile says: one of &apos;cuntu profiles&apos;, or a file *.json</source>
        <translation>按此方案导入：“cuntu profiles”所列之一，或一个 *.json 文件</translation>
    </message>
    <message>
        <source>Keep what was said and matched as a profile of this name</source>
        <translation>把所说明的和对应好的存为此名的方案</translation>
    </message>
    <message>
        <source>COLUMN=WORD|WORD: only rows with one of the words there; * is any</source>
        <translation>列=词|词：只收该列为这些词的行；* 指任何非空</translation>
    </message>
    <message>
        <source>FIELD:WORD=MEANING: what a word of the file stands for</source>
        <translation>字段:词=含义：文件中的词指什么</translation>
    </message>
    <message>
        <source>FIELD=TEXT: for rows that have nothing there</source>
        <translation>字段=值：用于该处为空的行</translation>
    </message>
    <message>
        <source>TOWNSHIP/VILLAGE=CODE: what a name of a place means; it is remembered</source>
        <translation>乡镇/村=代码：地名指哪里；会记住</translation>
    </message>
    <message>
        <source>Numbers of rows that are left out</source>
        <translation>略去的行号</translation>
    </message>
    <message>
        <source>Say what is new, changed, unchanged and missing, and write nothing</source>
        <translation>列出新增、变更、不变和缺少的，什么都不写</translation>
    </message>
    <message>
        <source>What it holds: townships, villages, settlements, households, a programme&apos;s layer, targets, area_events, progress:LAYER, or layer:NAME for a plain one; needed where no profile says it</source>
        <translation>内容是什么：townships、villages、settlements、households、某项工作的图层、targets、area_events、progress:图层，或普通图层 layer:名称；没有方案说明时必填</translation>
    </message>
    <message>
        <source>format %1, sheet or layer &apos;%2&apos; of: %3</source>
        <translation>格式 %1，工作表或图层“%2”，共有：%3</translation>
    </message>
    <message>
        <source>most likely: %1</source>
        <translation>最可能是：%1</translation>
    </message>
    <message>
        <source>of the shape of the profile %1</source>
        <translation>与方案 %1 的列一致</translation>
    </message>
    <message>
        <source>encoding %1: %2</source>
        <translation>编码 %1：%2</translation>
    </message>
    <message>
        <source>  as %1: %2</source>
        <translation>  按 %1：%2</translation>
    </message>
    <message>
        <source>coordinates %1: %2</source>
        <translation>坐标系 %1：%2</translation>
    </message>
    <message>
        <source>between %1, %2 and %3, %4 (longitude, latitude)</source>
        <translation>范围 %1, %2 至 %3, %4（经度，纬度）</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>is taken for</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>first rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>What would be made of a file, before it is imported</source>
        <translation>导入之前，看文件会被怎样理解</translation>
    </message>
    <message>
        <source>A project whose profiles are tried</source>
        <translation>试用哪个项目的方案</translation>
    </message>
    <message>
        <source>What it holds; found out otherwise</source>
        <translation>内容是什么；不写则自动判断</translation>
    </message>
    <message>
        <source>Encoding of the text</source>
        <translation>文字的编码</translation>
    </message>
    <message>
        <source>Coordinate system of the file</source>
        <translation>文件的坐标系</translation>
    </message>
    <message>
        <source>Sheet or layer of the file</source>
        <translation>文件的工作表或图层</translation>
    </message>
    <message>
        <source>How many rows are shown</source>
        <translation>显示几行</translation>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation>文件不能写入：%1</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>is imported as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>means</source>
        <translation>指</translation>
    </message>
    <message>
        <source>How files of known shapes are imported</source>
        <translation>已知样式的文件如何导入</translation>
    </message>
    <message>
        <source>Keep the profile in this file</source>
        <translation>收下此文件里的方案</translation>
    </message>
    <message>
        <source>Write this profile to a file, to be shared</source>
        <translation>把此方案写成文件，供分享</translation>
    </message>
    <message>
        <source>The file that is written</source>
        <translation>写到哪个文件</translation>
    </message>
    <message>
        <source>Forget this profile</source>
        <translation>删去此方案</translation>
    </message>
    <message>
        <source>Names of places in files whose meaning is known</source>
        <translation>文件中已知所指的地名</translation>
    </message>
    <message>
        <source>TOWNSHIP/VILLAGE: forget what it means</source>
        <translation>乡镇/村：忘掉它指哪里</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>更名</translation>
    </message>
    <message>
        <source>recoded</source>
        <translation>代码变更</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新设</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>old code</source>
        <translation>原代码</translation>
    </message>
    <message>
        <source>old name</source>
        <translation>原名称</translation>
    </message>
    <message>
        <source>new code</source>
        <translation>新代码</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>recognised by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>the lists say the same</source>
        <translation>两份名单相同</translation>
    </message>
    <message>
        <source>stored as of %1</source>
        <translation>已存入，自 %1 起</translation>
    </message>
    <message>
        <source>this is a proposal; --apply stores it</source>
        <translation>以上只是建议；加 --apply 才存入</translation>
    </message>
    <message>
        <source>Compare the project&apos;s areas with a newer list</source>
        <translation>把项目的区划与较新的名单比较</translation>
    </message>
    <message>
        <source>Show what merged, split, was renamed or renumbered, is new or gone</source>
        <translation>列出合并、拆分、更名、改码、新设和撤销的区划</translation>
    </message>
    <message>
        <source>Lists of townships, villages or both</source>
        <translation>乡镇、村的名单，可给几个文件</translation>
    </message>
    <message>
        <source>The day from which the newer list holds</source>
        <translation>新名单自哪一天起有效</translation>
    </message>
    <message>
        <source>Store the changes as dated events</source>
        <translation>把变更按日期存入项目</translation>
    </message>
    <message>
        <source>Who stores them</source>
        <translation>由谁存入</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>what it looks at</source>
        <translation>查什么</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more; -o FILE.csv lists all</source>
        <translation>
            <numerusform>……另有 %n 条；-o 文件.csv 列出全部</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings</source>
        <translation>%1 条错误，%2 条提醒</translation>
    </message>
    <message numerus="yes">
        <source>%n features put right</source>
        <translation>
            <numerusform>已改正 %n 个要素</numerusform>
        </translation>
    </message>
    <message>
        <source>Only this rule; may be given several times</source>
        <translation>只用这条规则；可以重复给出</translation>
    </message>
    <message>
        <source>Only what is about this layer</source>
        <translation>只查这个图层</translation>
    </message>
    <message>
        <source>Show the rules and run none</source>
        <translation>列出规则，不执行</translation>
    </message>
    <message>
        <source>Write all findings to a CSV file too</source>
        <translation>同时把全部问题写入 CSV 文件</translation>
    </message>
    <message>
        <source>Put right what this rule can put right; can be undone</source>
        <translation>改正这条规则能改正的；可以撤销</translation>
    </message>
    <message>
        <source>Who puts it right</source>
        <translation>由谁改正</translation>
    </message>
    <message>
        <source>the list of keys cannot be read</source>
        <translation>读不了编号清单</translation>
    </message>
    <message>
        <source>Write a layer, figures, an overlay or the whole project; personal data are masked</source>
        <translation>导出图层、指标、专题图或整个项目；个人信息脱敏</translation>
    </message>
    <message>
        <source>The layer; or indicators:PROGRAMME, overlay:ID, project</source>
        <translation>图层；或 indicators:专项、overlay:编号、project</translation>
    </message>
    <message>
        <source>For a notice board: no numbers of people and no health at all, households only as counts</source>
        <translation>公示用：没有证件号码和健康信息，农户只有户数</translation>
    </message>
    <message>
        <source>Who asks for it; of figures: county, township or village</source>
        <translation>申请人；指标则为 county、township 或 village</translation>
    </message>
    <message>
        <source>Why; recorded with it</source>
        <translation>理由，一并登记</translation>
    </message>
    <message>
        <source>utf-8 or gbk, of shapefiles and csv</source>
        <translation>utf-8 或 gbk，用于 shapefile 和 csv</translation>
    </message>
    <message>
        <source>System to write in: EPSG:n, gcj02 or bd09</source>
        <translation>写出的坐标系：EPSG:n、gcj02 或 bd09</translation>
    </message>
    <message>
        <source>Only inside the area with this code or name</source>
        <translation>只要这个代码或名称的区划以内</translation>
    </message>
    <message>
        <source>Only features with these keys: a file with one a line, or a,b,c</source>
        <translation>只要这些编号：一行一个的文件，或 a,b,c</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>only</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>What left the project: exports and unmaskings</source>
        <translation>从项目交出去的：导出和明文查看</translation>
    </message>
    <message>
        <source>--to needs --layer</source>
        <translation>--to 要同时给出 --layer</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>所拍</translation>
    </message>
    <message>
        <source>m away</source>
        <translation>相距（米）</translation>
    </message>
    <message>
        <source>what is doubtful</source>
        <translation>可疑之处</translation>
    </message>
    <message>
        <source>%1 photos added</source>
        <translation>添加了 %1 张照片</translation>
    </message>
    <message>
        <source>Place photos on the map and attach each to the nearest feature</source>
        <translation>照片落图，各归最近的要素</translation>
    </message>
    <message>
        <source>Photos, and folders with photos</source>
        <translation>照片，和装照片的文件夹</translation>
    </message>
    <message>
        <source>The layer whose features they show</source>
        <translation>照片所拍要素的图层</translation>
    </message>
    <message>
        <source>Metres to the feature at most; the setting photo.within_m otherwise</source>
        <translation>离要素至多多少米；不给出则按设置 photo.within_m</translation>
    </message>
    <message>
        <source>All of them show this feature of the layer</source>
        <translation>全部属于该图层的这个要素</translation>
    </message>
    <message>
        <source>System of the camera&apos;s positions: gcj02 for some phones</source>
        <translation>相机位置的坐标系：有的手机是 gcj02</translation>
    </message>
    <message>
        <source>Only say what would be done</source>
        <translation>只说明会怎样做</translation>
    </message>
    <message>
        <source>Who adds them</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>photo %1 is attached to %2 of %3</source>
        <translation>照片 %1 归到 %3 的 %2</translation>
    </message>
    <message>
        <source>Say which feature a photo of the project shows</source>
        <translation>指明项目里的照片属于哪个要素</translation>
    </message>
    <message>
        <source>Number of the photo</source>
        <translation>照片编号</translation>
    </message>
    <message>
        <source>Key, name or number of the feature</source>
        <translation>要素的编号、名称或序号</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>a datum shift needs the system that it belongs to</source>
        <translation>基准转换参数要指明属于哪个坐标系</translation>
    </message>
    <message>
        <source>Name it with --source-crs.</source>
        <translation>请用 --source-crs 指明。</translation>
    </message>
    <message>
        <source>Way from the datum of --source-crs to CGCS2000: dx,dy,dz[,rx,ry,rz,scale]</source>
        <translation>由 --source-crs 的基准到 CGCS2000：dx,dy,dz[,rx,ry,rz,尺度]</translation>
    </message>
    <message>
        <source>the map has no raster %1</source>
        <translation>地图上没有栅格 %1</translation>
    </message>
    <message>
        <source>&apos;cuntu rasters&apos; lists them.</source>
        <translation>“cuntu rasters”可列出。</translation>
    </message>
    <message>
        <source>raster</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>drawn as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>shaded relief</source>
        <translation>地形晕渲</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Pictures, map tiles and terrains below the map</source>
        <translation>铺在地图下面的图片、瓦片和地形</translation>
    </message>
    <message>
        <source>Put this file below the map</source>
        <translation>把此文件铺在地图下面</translation>
    </message>
    <message>
        <source>Of the added one, 0 to 1</source>
        <translation>所加栅格的不透明度，0 到 1</translation>
    </message>
    <message>
        <source>Draw the added one as shaded relief</source>
        <translation>所加栅格按地形晕渲显示</translation>
    </message>
    <message>
        <source>Do not show the added one yet</source>
        <translation>所加栅格暂不显示</translation>
    </message>
    <message>
        <source>&apos;cuntu edit --help&apos; shows what each operation needs.</source>
        <translation>“cuntu edit --help”说明每种操作需要什么。</translation>
    </message>
    <message>
        <source>layer %1 has no field %2</source>
        <translation>图层 %1 没有字段 %2</translation>
    </message>
    <message>
        <source>Its fields are: %1</source>
        <translation>字段有：%1</translation>
    </message>
    <message>
        <source>added a feature to %1</source>
        <translation>在 %1 中添加要素</translation>
    </message>
    <message>
        <source>changed a feature of %1</source>
        <translation>修改 %1 的要素</translation>
    </message>
    <message>
        <source>removed a feature of %1</source>
        <translation>去掉 %1 的要素</translation>
    </message>
    <message>
        <source>--at must be one position</source>
        <translation>--at 须是一个位置</translation>
    </message>
    <message>
        <source>%1 %2 (%3) is as it was asked for</source>
        <translation>%1 %2（%3）已按要求修改</translation>
    </message>
    <message>
        <source>%1 %2 is removed</source>
        <translation>%1 %2 已去掉</translation>
    </message>
    <message numerus="yes">
        <source>this operation is about %n features</source>
        <translation>
            <numerusform>此操作针对 %n 个要素</numerusform>
        </translation>
    </message>
    <message>
        <source>a geometry or position must be given</source>
        <translation>须给出图形或位置</translation>
    </message>
    <message>
        <source>Add, change, split, merge, turn or remove features; can be undone</source>
        <translation>添加、修改、分割、合并、掉头或去掉要素；可以撤销</translation>
    </message>
    <message>
        <source>add, geometry, fields, split, merge, reverse or remove</source>
        <translation>add、geometry、fields、split、merge、reverse 或 remove</translation>
    </message>
    <message>
        <source>Code, name or number of the feature; of the two to merge</source>
        <translation>要素的编号、名称或序号；合并时给两个</translation>
    </message>
    <message>
        <source>The geometry as WKT, or positions: x y, x y, ...; of a split one position</source>
        <translation>图形，WKT 或位置：x y, x y, …；分割时给一个位置</translation>
    </message>
    <message>
        <source>What the positions are in, where not in the project&apos;s system</source>
        <translation>位置所用的坐标系，不是项目坐标系时给出</translation>
    </message>
    <message>
        <source>field=value; may be given again</source>
        <translation>字段=值；可给多次</translation>
    </message>
    <message>
        <source>How far apart ends may be that are merged, in units of the project</source>
        <translation>合并时两端最多相距多少，以项目的单位计</translation>
    </message>
    <message>
        <source>Remove although the ledger speaks of it, taking that back; merge although the ledger says other things of the two</source>
        <translation>台账有记录也去掉，并撤回记录；台账记录不同也合并</translation>
    </message>
    <message>
        <source>poster written to %1</source>
        <translation>挂图已写入 %1</translation>
    </message>
    <message>
        <source>%1 of the things left did not fit on it</source>
        <translation>还没完成的有 %1 项放不下</translation>
    </message>
    <message>
        <source>Draw a poster for the wall: an overlay, its figure, and what is left</source>
        <translation>绘制上墙的挂图：一幅专题、它的数字，以及还没完成的</translation>
    </message>
    <message>
        <source>Code of an area; everything otherwise</source>
        <translation>区域代码；不给则为全部</translation>
    </message>
    <message>
        <source>A0, A1, A2, A3 or A4</source>
        <translation>A0、A1、A2、A3 或 A4</translation>
    </message>
    <message>
        <source>The paper stands upright</source>
        <translation>纸张竖放</translation>
    </message>
    <message>
        <source>Another title</source>
        <translation>另取标题</translation>
    </message>
    <message>
        <source>Number of the map&apos;s review</source>
        <translation>审图号</translation>
    </message>
    <message>
        <source>For the public: without the mark of internal use; needs --approval</source>
        <translation>公开使用：不标“内部使用”；须给 --approval</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>kept as %1: %2</source>
        <translation>已保留为 %1：%2</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>by</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>proposes</source>
        <translation>提出步骤</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>out of date: %1</source>
        <translation>已过时：%1</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>the result %1 is out of date: %2</source>
        <translation>结果 %1 已过时：%2</translation>
    </message>
    <message>
        <source>Run it again, or adopt it all the same with --anyway.</source>
        <translation>请重新计算，或用 --anyway 照样采纳。</translation>
    </message>
    <message>
        <source>%1 steps would be entered; %2 are there already</source>
        <translation>将写入 %1 步；%2 步已在台账中</translation>
    </message>
    <message>
        <source>%1 steps entered; %2 were there already</source>
        <translation>已写入 %1 步；%2 步原已在台账中</translation>
    </message>
    <message>
        <source>renamed: %1</source>
        <translation>已改名：%1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>two results or more are compared</source>
        <translation>比较需要两个以上结果</translation>
    </message>
    <message>
        <source>&apos;list&apos; takes no result</source>
        <translation>“list”后面不跟结果</translation>
    </message>
    <message>
        <source>which result?</source>
        <translation>哪个结果？</translation>
    </message>
    <message>
        <source>&apos;cuntu runs PROJECT&apos; lists them; give names or numbers.</source>
        <translation>“cuntu runs 项目”列出全部；请给名称或编号。</translation>
    </message>
    <message>
        <source>nobody is named who does it</source>
        <translation>没有说明由谁操作</translation>
    </message>
    <message>
        <source>Say who: --by NAME</source>
        <translation>请注明：--by 姓名</translation>
    </message>
    <message>
        <source>Results that were kept: list, show, compare, adopt, rename, remove</source>
        <translation>保留的结果：列出、查看、比较、采纳、改名、删除</translation>
    </message>
    <message>
        <source>list, show, compare, adopt, rename or remove</source>
        <translation>list（列出）、show（查看）、compare（比较）、adopt（采纳）、rename（改名）或 remove（删除）</translation>
    </message>
    <message>
        <source>Names or numbers of results</source>
        <translation>结果的名称或编号</translation>
    </message>
    <message>
        <source>The new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Only say what would be entered</source>
        <translation>只说会写入什么</translation>
    </message>
    <message>
        <source>Adopt it although it is out of date</source>
        <translation>虽已过时也采纳</translation>
    </message>
    <message>
        <source>The file; its ending gives the format (gpkg shp geojson kml csv xlsx ods dxf ..., qml and sld for the look of a layer); of the project a folder</source>
        <translation>文件；由扩展名决定格式（gpkg、shp、geojson、kml、csv、xlsx、ods、dxf……，图层样式用 qml 或 sld）；导出整个项目时给文件夹</translation>
    </message>
    <message>
        <source>Put an online map below the map: its address with {z}, {x}, {y} and perhaps {key}</source>
        <translation>在地图下面加一层在线底图：网址里带 {z}、{x}、{y}，需要时带 {key}</translation>
    </message>
    <message>
        <source>What the online map is called</source>
        <translation>在线底图的名称</translation>
    </message>
    <message>
        <source>Its last zoom level</source>
        <translation>最深的缩放级别</translation>
    </message>
    <message>
        <source>Its tiles are cut in longitude and latitude, not in web Mercator</source>
        <translation>瓦片按经纬度切分，不是 Web 墨卡托</translation>
    </message>
    <message>
        <source>Take this file or online map off the map</source>
        <translation>把这个文件或在线底图从地图上移走</translation>
    </message>
    <message>
        <source>Meridians and parallels over the map</source>
        <translation>在地图上画经纬网</translation>
    </message>
    <message>
        <source>best in figures, of %1</source>
        <translation>最优项数（共 %1 项）</translation>
    </message>
    <message>
        <source>Comparison: %1</source>
        <translation>比较：%1</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>The same as &apos;compare&apos;: names or numbers of results</source>
        <translation>与 compare 相同：结果的名称或编号</translation>
    </message>
    <message>
        <source>Writes the comparison to a file: xlsx, csv, ods, or html to print</source>
        <translation>把比较写成文件：xlsx、csv、ods，或供打印的 html</translation>
    </message>
    <message>
        <source>the project has no layer %1</source>
        <translation>项目中没有图层 %1</translation>
    </message>
    <message>
        <source>%1 is drawn as by default</source>
        <translation>%1 用默认样式</translation>
    </message>
    <message>
        <source>%1 is drawn in another way now</source>
        <translation>%1 的样式已更换</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>未采用：%1</translation>
    </message>
    <message>
        <source>Show how a layer is drawn, or take it from a style of QGIS (.qml, .sld)</source>
        <translation>查看图层样式，或套用 QGIS 样式（.qml、.sld）</translation>
    </message>
    <message>
        <source>The style; none: shows the present one</source>
        <translation>样式文件；不给则显示当前样式</translation>
    </message>
    <message>
        <source>Draw the layer as by default again</source>
        <translation>恢复默认样式</translation>
    </message>
    <message>
        <source>No names on the map</source>
        <translation>图上不写名称</translation>
    </message>
</context>
<context>
    <name>cuntu::Content</name>
    <message>
        <source>there is no overlay %1</source>
        <translation>没有专题图 %1</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>已有：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::Core</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>it has no parameters</source>
        <translation>它没有参数</translation>
    </message>
    <message>
        <source>did you mean &apos;%1&apos;?</source>
        <translation>是否想写“%1”？</translation>
    </message>
    <message>
        <source>known are: %1</source>
        <translation>已知的有：%1</translation>
    </message>
    <message>
        <source>there is no parameter &apos;%1&apos;</source>
        <translation>没有参数“%1”</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>请给出 %1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>give a number of at least %1</source>
        <translation>请给出不小于 %1 的数</translation>
    </message>
    <message>
        <source>give a number of at most %1</source>
        <translation>请给出不大于 %1 的数</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>请给出数字</translation>
    </message>
    <message>
        <source>give a number in%1</source>
        <translation>请给出数字，单位%1</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not a number</source>
        <translation>%1：“%2”不是数字</translation>
    </message>
    <message>
        <source>%1: %2 is out of range</source>
        <translation>%1：%2 超出范围</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not a whole number</source>
        <translation>%1：“%2”不是整数</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; cannot be chosen</source>
        <translation>%1：不能选“%2”</translation>
    </message>
    <message>
        <source>choose one of: %1</source>
        <translation>请从中选择：%1</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is neither yes nor no</source>
        <translation>%1：“%2”既不是“是”也不是“否”</translation>
    </message>
    <message>
        <source>give yes or no</source>
        <translation>请填“是”或“否”</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not a day</source>
        <translation>%1：“%2”不是日期</translation>
    </message>
    <message>
        <source>give it as year, month and day: 2018-06-30</source>
        <translation>请写明年月日，例如 2018-06-30</translation>
    </message>
    <message>
        <source>%1 must be given</source>
        <translation>必须给出%1</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>工作表 %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>“%1”列</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>要素 %1</translation>
    </message>
    <message>
        <source>plugin %1</source>
        <translation>插件 %1</translation>
    </message>
    <message>
        <source>cancelled; nothing was changed</source>
        <translation>已取消，没有任何改动</translation>
    </message>
    <message>
        <source>Correct the geometry in the program it was drawn in.</source>
        <translation>请在绘制它的程序中改正图形。</translation>
    </message>
    <message>
        <source>nothing of the geometry can be kept: it covers no ground</source>
        <translation>图形没有面积，无法保留</translation>
    </message>
    <message>
        <source>the areas cannot be joined</source>
        <translation>这些区域无法合并</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a coordinate system that PROJ knows</source>
        <translation>PROJ 不认识坐标系“%1”</translation>
    </message>
    <message>
        <source>Give an EPSG code such as EPSG:4527 or 4490, &apos;gcj02&apos;, &apos;bd09&apos;, &apos;wgs84&apos;, or the text of a .prj file.</source>
        <translation>请给出 EPSG 代码（如 EPSG:4527 或 4490）、gcj02、bd09、wgs84，或 .prj 文件的内容。</translation>
    </message>
    <message>
        <source>The numbers are longitude and latitude in China. Those from phones and web maps may be shifted: then choose gcj02 or bd09.</source>
        <translation>数值是中国范围内的经纬度。来自手机和网络地图的可能有偏移，那就选择 gcj02 或 bd09。</translation>
    </message>
    <message>
        <source>The numbers are degrees of longitude and latitude, but not in China.</source>
        <translation>数值是经纬度，但不在中国范围内。</translation>
    </message>
    <message>
        <source>The eastings begin with zone %1 of the %2-degree zones. CGCS2000 is assumed; the numbers cannot tell it from Xian 1980 or Beijing 1954.</source>
        <translation>横坐标以 %2 度带第 %1 带的带号开头，按 CGCS2000 处理；仅凭数值无法与西安80或北京54区分。</translation>
    </message>
    <message>
        <source>The numbers are those of web maps (Web Mercator) in China.</source>
        <translation>数值是中国范围内的网络地图坐标（Web 墨卡托）。</translation>
    </message>
    <message>
        <source>Northing and easting stand in each other&apos;s place.</source>
        <translation>纵坐标与横坐标位置颠倒。</translation>
    </message>
    <message>
        <source>there is no known way from &apos;%1&apos; to &apos;%2&apos;</source>
        <translation>不知道如何从“%1”转换到“%2”</translation>
    </message>
    <message>
        <source>Check the coordinate system of the data, or give its EPSG code.</source>
        <translation>请检查数据的坐标系，或给出其 EPSG 代码。</translation>
    </message>
    <message>
        <source>the geometry is damaged or of a kind that cannot be shown</source>
        <translation>图形已损坏，或属于无法显示的类型</translation>
    </message>
    <message>
        <source>Open the layer&apos;s table, find the feature and enter its geometry again.</source>
        <translation>请找到该要素，重新录入图形。</translation>
    </message>
    <message>
        <source>%1; found by name instead</source>
        <translation>%1；已改按名称匹配</translation>
    </message>
    <message>
        <source>the code &apos;%1&apos; was rounded by a spreadsheet program: its last digits are lost</source>
        <translation>代码“%1”被电子表格程序取整，末尾几位已丢失</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a division code of 12 digits</source>
        <translation>“%1”不是 12 位区划代码</translation>
    </message>
    <message>
        <source>the code &apos;%1&apos; is not that of a village</source>
        <translation>代码“%1”不是行政村代码</translation>
    </message>
    <message>
        <source>the code %1 is not in the list of villages</source>
        <translation>代码 %1 不在行政村名单中</translation>
    </message>
    <message>
        <source>there is no list of villages yet, so names of villages cannot be matched</source>
        <translation>还没有行政村名单，无法按村名匹配</translation>
    </message>
    <message>
        <source>there is no township &apos;%1&apos;</source>
        <translation>没有乡镇“%1”</translation>
    </message>
    <message>
        <source>; the village &apos;%1&apos; was found without it</source>
        <translation>；不按乡镇已找到“%1”村</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>there is no village &apos;%1&apos;%2</source>
        <translation>没有“%1”村%2</translation>
    </message>
    <message>
        <source>there is no township &apos;%1&apos;%2</source>
        <translation>没有乡镇“%1”%2</translation>
    </message>
    <message>
        <source>; nearest: %1</source>
        <translation>；最接近的：%1</translation>
    </message>
    <message>
        <source>%1 in %2 (%3)</source>
        <translation>%2%1（%3）</translation>
    </message>
    <message>
        <source>&apos;%1&apos; can be several: %2</source>
        <translation>“%1”可能指：%2</translation>
    </message>
    <message>
        <source>the value is missing</source>
        <translation>缺少数值</translation>
    </message>
    <message>
        <source>%1 is less than the smallest possible value, %2</source>
        <translation>%1 小于允许的最小值 %2</translation>
    </message>
    <message>
        <source>%1 is more than the largest possible value, %2</source>
        <translation>%1 大于允许的最大值 %2</translation>
    </message>
    <message>
        <source>the formula in the cell failed: %1</source>
        <translation>单元格公式出错：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was rounded by a spreadsheet program: its last digits are lost</source>
        <translation>“%1”被电子表格程序取整，末尾几位已丢失</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>the date %1 lies in the future</source>
        <translation>日期 %1 在将来</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names no day: it and others like it are taken for the last day they can mean</source>
        <translation>“%1”没有写明哪一天：此类日期一律取可能的最后一天</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither yes nor no</source>
        <translation>“%1”既不是“是”也不是“否”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of: %2</source>
        <translation>“%1”不在以下选项中：%2</translation>
    </message>
    <message>
        <source>there is no column for %1; the columns are: %2</source>
        <translation>没有对应“%1”的列；现有的列：%2</translation>
    </message>
    <message>
        <source>Say which column it is with --map field=column.</source>
        <translation>请用 --map 字段=列名 指明是哪一列。</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>按您的指定</translation>
    </message>
    <message>
        <source>the file does not say in which coordinate system its numbers are, and x %1 to %2, y %3 to %4 can mean several</source>
        <translation>文件没有注明坐标系，而 x %1 到 %2、y %3 到 %4 可以有多种解释</translation>
    </message>
    <message>
        <source>Name it with --source-crs, for example --source-crs EPSG:4548.</source>
        <translation>请指明坐标系，例如 --source-crs EPSG:4548。</translation>
    </message>
    <message>
        <source>named in the file</source>
        <translation>文件中注明</translation>
    </message>
    <message>
        <source>the row is longer than 16 MB; a quote that is opened here is probably never closed</source>
        <translation>这一行超过 16 MB；这里的引号可能没有闭合</translation>
    </message>
    <message>
        <source>Repair the quotes in this row.</source>
        <translation>请修正这一行的引号。</translation>
    </message>
    <message>
        <source>the row has more than 10,000 cells</source>
        <translation>这一行超过 10,000 个单元格</translation>
    </message>
    <message>
        <source>the file ends inside quotes that are opened in this row</source>
        <translation>文件结束时，这一行的引号还没有闭合</translation>
    </message>
    <message>
        <source>Repair the quotes, or see whether the file was copied completely.</source>
        <translation>请修正引号，或检查文件是否复制完整。</translation>
    </message>
    <message>
        <source>the coordinate system is that of the .prj beside the file</source>
        <translation>坐标系取自旁边的 .prj 文件</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark</source>
        <translation>文件以字节顺序标记开头</translation>
    </message>
    <message>
        <source>every second byte of the plain characters is zero</source>
        <translation>普通字符每隔一个字节为零</translation>
    </message>
    <message>
        <source>Name the encoding with --encoding, for example --encoding GBK.</source>
        <translation>请指明编码，例如 --encoding GBK。</translation>
    </message>
    <message>
        <source>there are only plain ASCII characters</source>
        <translation>只有 ASCII 字符</translation>
    </message>
    <message>
        <source>all bytes are valid UTF-8</source>
        <translation>全部字节都是合法的 UTF-8</translation>
    </message>
    <message>
        <source>not UTF-8; read as Big5 the characters are ones that texts use</source>
        <translation>不是 UTF-8；按 Big5 读出的都是常用字</translation>
    </message>
    <message>
        <source>not UTF-8; every character is in GBK</source>
        <translation>不是 UTF-8；全部字符都在 GBK 中</translation>
    </message>
    <message>
        <source>not UTF-8; every character is in GB 18030</source>
        <translation>不是 UTF-8；全部字符都在 GB 18030 中</translation>
    </message>
    <message>
        <source>neither UTF-8 nor GBK; every character is in Big5</source>
        <translation>不是 UTF-8，也不是 GBK；全部字符都在 Big5 中</translation>
    </message>
    <message>
        <source>the text is neither UTF-8 nor GBK, GB 18030 or Big5</source>
        <translation>文本不是 UTF-8，也不是 GBK、GB 18030 或 Big5</translation>
    </message>
    <message>
        <source>byte %1 is not %2</source>
        <translation>第 %1 个字节不是 %2</translation>
    </message>
    <message>
        <source>there is no encoding called &apos;%1&apos;</source>
        <translation>没有名为“%1”的编码</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可用的有：%1。</translation>
    </message>
    <message>
        <source>there is no field &apos;%1&apos;</source>
        <translation>没有字段“%1”</translation>
    </message>
    <message>
        <source>the file has no column &apos;%1&apos;</source>
        <translation>文件中没有“%1”列</translation>
    </message>
    <message>
        <source>a character here is not %1</source>
        <translation>这里有字符不是 %1</translation>
    </message>
    <message>
        <source>Name the right encoding with --encoding, for example --encoding GBK or --encoding GB18030.</source>
        <translation>请指明正确的编码，例如 --encoding GBK 或 --encoding GB18030。</translation>
    </message>
    <message>
        <source>the file breaks off or is damaged after feature %1</source>
        <translation>文件在第 %1 个要素之后中断或损坏</translation>
    </message>
    <message>
        <source>See whether it was copied completely.</source>
        <translation>请检查文件是否复制完整。</translation>
    </message>
    <message>
        <source>the file is damaged or in no format that is known here</source>
        <translation>文件已损坏，或格式不受支持</translation>
    </message>
    <message>
        <source>Export it anew from the program it comes from, best as GeoPackage, shapefile, KML, Excel or CSV.</source>
        <translation>请从原程序重新导出，最好是 GeoPackage、Shapefile、KML、Excel 或 CSV。</translation>
    </message>
    <message>
        <source>the file has no layers</source>
        <translation>文件中没有图层</translation>
    </message>
    <message>
        <source>all %1 folders of the file are read as one; --sheet names a single one</source>
        <translation>文件中 %1 个文件夹合并读取；用 --sheet 可指定其中一个</translation>
    </message>
    <message>
        <source>of the layers %1, &apos;%2&apos; is read; --sheet names another</source>
        <translation>在图层 %1 中读取“%2”；用 --sheet 可另行指定</translation>
    </message>
    <message>
        <source>fixed by the format</source>
        <translation>由文件格式决定</translation>
    </message>
    <message>
        <source>the file claims to be %1 (%2), but its text is not</source>
        <translation>文件自称为 %1（%2），但文本并不是</translation>
    </message>
    <message>
        <source>Ovital&apos;s own KML is in GCJ-02</source>
        <translation>奥维自己的 KML 使用 GCJ-02</translation>
    </message>
    <message>
        <source>the coordinate system named in the file is not a known one</source>
        <translation>文件中注明的坐标系不认识</translation>
    </message>
    <message>
        <source>an identity number has 18 digits (15 before 1999), this one has %1</source>
        <translation>身份证号码为 18 位（1999 年前为 15 位），这个有 %1 位</translation>
    </message>
    <message>
        <source>an identity number has only digits, and X at its end</source>
        <translation>身份证号码只含数字，末位可为 X</translation>
    </message>
    <message>
        <source>the birth date in the identity number does not exist</source>
        <translation>身份证号码中的出生日期不存在</translation>
    </message>
    <message>
        <source>the check digit of the identity number is wrong</source>
        <translation>身份证号码的校验位不对</translation>
    </message>
    <message>
        <source>the list of rejected rows cannot be written: %1</source>
        <translation>拒收行清单无法写出：%1</translation>
    </message>
    <message>
        <source>Name another file with --rejects.</source>
        <translation>请用 --rejects 指定另一个文件。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>totals row, note or repeated header: not data</source>
        <translation>合计行、说明或重复表头，不是数据</translation>
    </message>
    <message>
        <source>the village is missing</source>
        <translation>缺少行政村</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no known status: none was set</source>
        <translation>“%1”不是已知状态，未设置状态</translation>
    </message>
    <message>
        <source>&apos;%1&apos; occurs a second time; the first is in row %2</source>
        <translation>“%1”重复出现，首次在第 %2 行</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>any geometry</source>
        <translation>任意图形</translation>
    </message>
    <message>
        <source>the coordinate &apos;%1&apos; is not a number</source>
        <translation>坐标“%1”不是数字</translation>
    </message>
    <message>
        <source>the coordinate is missing</source>
        <translation>缺少坐标</translation>
    </message>
    <message>
        <source>the position is missing</source>
        <translation>缺少位置</translation>
    </message>
    <message>
        <source>longitude and latitude stand in each other&apos;s place: %1, %2</source>
        <translation>经度和纬度位置颠倒：%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 is not a longitude and a latitude</source>
        <translation>%1, %2 不是经纬度</translation>
    </message>
    <message>
        <source>the position is 0, 0: it was not measured</source>
        <translation>位置为 0, 0：没有测量</translation>
    </message>
    <message>
        <source>easting and northing stand in each other&apos;s place: %1, %2</source>
        <translation>横坐标与纵坐标位置颠倒：%1, %2</translation>
    </message>
    <message>
        <source>the layer holds %1, but this is one of %2</source>
        <translation>图层只存%1，而这是%2</translation>
    </message>
    <message>
        <source>the position lies outside the project&apos;s coordinate system</source>
        <translation>位置超出项目坐标系的范围</translation>
    </message>
    <message>
        <source>the area is not drawn correctly: %1</source>
        <translation>面的图形有错误：%1</translation>
    </message>
    <message>
        <source>%1 is missing: it holds %2 of the shapefile</source>
        <translation>缺少 %1：它存放 Shapefile 的%2</translation>
    </message>
    <message>
        <source>Ask the sender for all files of the same name (.shp, .shx, .dbf, .prj) and put them into one folder.</source>
        <translation>请向提供者索取全部同名文件（.shp、.shx、.dbf、.prj），放在同一文件夹。</translation>
    </message>
    <message>
        <source>the index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>the attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>named in the .cpg file</source>
        <translation>由 .cpg 文件注明</translation>
    </message>
    <message>
        <source>by the language driver %1 in the .dbf</source>
        <translation>由 .dbf 中的语言标识 %1 注明</translation>
    </message>
    <message>
        <source>of the sheets %1, &apos;%2&apos; is read; --sheet names another</source>
        <translation>在工作表 %1 中读取“%2”；用 --sheet 可另行指定</translation>
    </message>
    <message>
        <source>there is no sheet or layer &apos;%1&apos;</source>
        <translation>没有工作表或图层“%1”</translation>
    </message>
    <message>
        <source>the spreadsheet cannot be read; it may be damaged or protected by a password</source>
        <translation>电子表格无法读取，可能已损坏或有密码保护</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as .xlsx without a password.</source>
        <translation>请用电子表格程序打开，另存为不带密码的 .xlsx。</translation>
    </message>
    <message>
        <source>the sheet cannot be read</source>
        <translation>工作表无法读取</translation>
    </message>
    <message>
        <source>the file is called a text, but it is none</source>
        <translation>文件的扩展名是文本，内容却不是</translation>
    </message>
    <message>
        <source>Export it anew from the program it comes from.</source>
        <translation>请从原程序重新导出。</translation>
    </message>
    <message>
        <source>the .prj file, which names the coordinate system, is missing</source>
        <translation>缺少说明坐标系的 .prj 文件</translation>
    </message>
    <message>
        <source>the .prj file, which names the coordinate system, cannot be understood</source>
        <translation>说明坐标系的 .prj 文件无法识别</translation>
    </message>
    <message>
        <source>Check the path and the spelling of the name.</source>
        <translation>请检查路径和文件名是否写对。</translation>
    </message>
    <message>
        <source>there is no file &apos;%1&apos;</source>
        <translation>没有文件“%1”</translation>
    </message>
    <message>
        <source>the file may not be read</source>
        <translation>没有读取该文件的权限</translation>
    </message>
    <message>
        <source>Ask its owner, or copy it to a folder of your own.</source>
        <translation>请联系文件所有者，或复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>Choose one of the files in it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>Copy it again from where it comes.</source>
        <translation>请从来源重新复制。</translation>
    </message>
    <message>
        <source>the archive holds no file that can be read, or it is damaged</source>
        <translation>压缩包中没有可读的文件，或已损坏</translation>
    </message>
    <message>
        <source>Unpack it and choose a file.</source>
        <translation>请解压后选择文件。</translation>
    </message>
    <message>
        <source>the row has %1 cells, but there are %2 headings</source>
        <translation>这一行有 %1 个单元格，表头却有 %2 列</translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation>没有数据行</translation>
    </message>
    <message>
        <source>Choose another sheet or file.</source>
        <translation>请换一个工作表或文件。</translation>
    </message>
    <message>
        <source>there is no row of headings; the columns are called after their letters</source>
        <translation>没有表头行，列以字母命名</translation>
    </message>
    <message>
        <source>the coordinate columns give points, but the layer holds lines or areas: they are not used</source>
        <translation>坐标列给出的是点，而图层存线或面：不使用</translation>
    </message>
    <message>
        <source>only one of the two coordinate columns was found: it is not used</source>
        <translation>两个坐标列只找到一个：不使用</translation>
    </message>
    <message>
        <source>no row at the beginning of the file has coordinates</source>
        <translation>文件开头没有一行有坐标</translation>
    </message>
    <message>
        <source>the column &apos;%1&apos; holds the eastings or longitudes and &apos;%2&apos; the northings or latitudes, going by the numbers</source>
        <translation>按数值判断，“%1”列是横坐标或经度，“%2”列是纵坐标或纬度</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>文件无法打开</translation>
    </message>
    <message>
        <source>Close it in other programs and see whether you may read it.</source>
        <translation>请在其他程序中关闭它，并检查读取权限。</translation>
    </message>
    <message>
        <source>Usual ones are GBK, GB18030, UTF-8, BIG5 and UTF-16LE.</source>
        <translation>常用的有 GBK、GB18030、UTF-8、BIG5 和 UTF-16LE。</translation>
    </message>
    <message>
        <source>the geometry has parts of different kinds (points, lines, areas together)</source>
        <translation>图形混有不同类型（点、线、面）</translation>
    </message>
    <message>
        <source>the geometry has coordinates that are no numbers</source>
        <translation>图形的坐标中有非数字</translation>
    </message>
    <message>
        <source>the geometry is of a kind that is not known here: %1</source>
        <translation>不支持的图形类型：%1</translation>
    </message>
    <message>
        <source>the geometry is not well-known text: %1</source>
        <translation>图形不是 WKT 文本：%1</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it anew as .xlsx.</source>
        <translation>请用电子表格程序打开，重新存为 .xlsx。</translation>
    </message>
    <message>
        <source>the file is no Excel workbook, or it is damaged</source>
        <translation>文件不是 Excel 工作簿，或已损坏</translation>
    </message>
    <message>
        <source>the workbook has no sheets that can be read</source>
        <translation>工作簿中没有可读的工作表</translation>
    </message>
    <message>
        <source>the workbook holds more than 1 GB of text</source>
        <translation>工作簿的文本超过 1 GB</translation>
    </message>
    <message>
        <source>the texts of the workbook are damaged: %1</source>
        <translation>工作簿的文本已损坏：%1</translation>
    </message>
    <message>
        <source>the sheet breaks off or is damaged: %1</source>
        <translation>工作表中断或损坏：%1</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it anew.</source>
        <translation>请用电子表格程序打开并重新保存。</translation>
    </message>
    <message>
        <source>plugin %1 needs plugin %2, which is not there</source>
        <translation>插件 %1 需要插件 %2，但没有找到</translation>
    </message>
    <message>
        <source>Install plugin %1, or remove %2.</source>
        <translation>请安装插件 %1，或移除 %2。</translation>
    </message>
    <message>
        <source>plugin %1 needs plugin %2, which is not in use: %3</source>
        <translation>插件 %1 需要插件 %2，但它没有启用：%3</translation>
    </message>
    <message>
        <source>Put plugin %1 right first.</source>
        <translation>请先解决插件 %1 的问题。</translation>
    </message>
    <message>
        <source>plugin %1 needs plugin %2 in version %3 or later; version %4 is there</source>
        <translation>插件 %1 需要插件 %2 的 %3 或更新版本；现有版本为 %4</translation>
    </message>
    <message>
        <source>Update plugin %1.</source>
        <translation>请更新插件 %1。</translation>
    </message>
    <message>
        <source>plugin %1 requires itself: %2</source>
        <translation>插件 %1 循环依赖：%2</translation>
    </message>
    <message>
        <source>Install other versions of these plugins, or remove one of them.</source>
        <translation>请安装这些插件的其他版本，或移除其中一个。</translation>
    </message>
    <message>
        <source>there are two plugins %1: %2 is used, %3 is not</source>
        <translation>有两个插件 %1：使用 %2，不使用 %3</translation>
    </message>
    <message>
        <source>Remove one of the two files.</source>
        <translation>请移除其中一个文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the id must be lower_case letters, digits and _, beginning with a letter</source>
        <translation>标识须为小写字母、数字和 _，并以字母开头</translation>
    </message>
    <message>
        <source>the id must begin with &apos;%1&apos;</source>
        <translation>标识须以“%1”开头</translation>
    </message>
    <message>
        <source>has no name or help text in Chinese and English</source>
        <translation>缺少中文和英文的名称或说明</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not translated into Chinese</source>
        <translation>“%1”没有中文</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not translated into English</source>
        <translation>“%1”没有英文</translation>
    </message>
    <message>
        <source>the smallest allowed value, %1, is greater than the largest, %2</source>
        <translation>最小值 %1 大于最大值 %2</translation>
    </message>
    <message>
        <source>offers no choices</source>
        <translation>没有可选项</translation>
    </message>
    <message>
        <source>%1, choice %2</source>
        <translation>%1，选项 %2</translation>
    </message>
    <message>
        <source>has no id</source>
        <translation>没有标识</translation>
    </message>
    <message>
        <source>occurs twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>unknown exception</source>
        <translation>未知异常</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>plugin %1 failed in %2: %3</source>
        <translation>插件 %1 在%2时失败：%3</translation>
    </message>
    <message>
        <source>Nothing was changed. Tell the author of the plugin what you did.</source>
        <translation>没有任何改动。请把操作过程告诉插件作者。</translation>
    </message>
    <message>
        <source>%1 of plugin %2 is switched off: it failed %3 times</source>
        <translation>插件 %2 的%1已停用：失败了 %3 次</translation>
    </message>
    <message>
        <source>It stays off until the program is started again. Update the plugin, or tell its author.</source>
        <translation>重新启动程序前不再启用。请更新插件，或告诉其作者。</translation>
    </message>
    <message>
        <source>not checked: %1</source>
        <translation>未检查：%1</translation>
    </message>
    <message>
        <source>indicator %1</source>
        <translation>指标 %1</translation>
    </message>
    <message>
        <source>overlay %1</source>
        <translation>专题图 %1</translation>
    </message>
    <message>
        <source>algorithm %1</source>
        <translation>算法 %1</translation>
    </message>
    <message>
        <source>check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>row checks of layer %1</source>
        <translation>图层 %1 的逐行检查</translation>
    </message>
    <message>
        <source>%1 is not a plugin, or it is damaged</source>
        <translation>%1 不是插件，或已损坏</translation>
    </message>
    <message>
        <source>%1 is a plugin of another program (%2)</source>
        <translation>%1 是其他程序（%2）的插件</translation>
    </message>
    <message>
        <source>Remove the file, or install the plugin again.</source>
        <translation>请移除该文件，或重新安装插件。</translation>
    </message>
    <message>
        <source>plugin %1 was made for plugin interface %2; this program has interface %3</source>
        <translation>插件 %1 适用于插件接口 %2；本程序的接口为 %3</translation>
    </message>
    <message>
        <source>Update Cuntu, or install an older version of the plugin.</source>
        <translation>请更新村图，或安装插件的旧版本。</translation>
    </message>
    <message>
        <source>Install a newer version of the plugin.</source>
        <translation>请安装插件的新版本。</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos; instead of &apos;%3&apos;</source>
        <translation>%1 为“%2”而不是“%3”</translation>
    </message>
    <message>
        <source>plugin %1 was built differently from this program: %2</source>
        <translation>插件 %1 的构建方式与本程序不同：%2</translation>
    </message>
    <message>
        <source>Install a build of the plugin for this version of Cuntu.</source>
        <translation>请安装适用于本版本村图的插件。</translation>
    </message>
    <message>
        <source>plugin %1 does not say its id, its version, and its name in Chinese and English</source>
        <translation>插件 %1 没有注明标识、版本和中英文名称</translation>
    </message>
    <message>
        <source>Tell its author to build it with cuntu_add_plugin.</source>
        <translation>请作者用 cuntu_add_plugin 构建。</translation>
    </message>
    <message>
        <source>plugin %1 is switched off</source>
        <translation>插件 %1 已停用</translation>
    </message>
    <message>
        <source>Switch it on in the list of plugins.</source>
        <translation>请在插件列表中启用。</translation>
    </message>
    <message>
        <source>plugin %1 is set aside: the program ended while it was being loaded</source>
        <translation>插件 %1 已搁置：上次加载它时程序中断</translation>
    </message>
    <message>
        <source>plugin %1 is set aside: the program ended while it was being started</source>
        <translation>插件 %1 已搁置：上次启动它时程序中断</translation>
    </message>
    <message>
        <source>Update the plugin, then switch it on again in the list of plugins. Everything else works.</source>
        <translation>请更新插件，再在插件列表中启用。其余功能正常。</translation>
    </message>
    <message>
        <source>plugin %1 cannot be loaded</source>
        <translation>插件 %1 无法加载</translation>
    </message>
    <message>
        <source>Install it again, or a version for this program. Everything else works.</source>
        <translation>请重新安装，或安装适用于本程序的版本。其余功能正常。</translation>
    </message>
    <message>
        <source>plugin %1 failed when asked what it brings: %2</source>
        <translation>插件 %1 在声明内容时失败：%2</translation>
    </message>
    <message>
        <source>Update the plugin, or tell its author. Everything else works.</source>
        <translation>请更新插件，或告诉其作者。其余功能正常。</translation>
    </message>
    <message>
        <source>plugin %1 is refused; what is wrong with what it brings: %2</source>
        <translation>插件 %1 被拒绝，声明的内容有误：%2</translation>
    </message>
    <message>
        <source>plugin %1 is set aside: it failed while it was being loaded: %2</source>
        <translation>插件 %1 已搁置：加载时失败：%2</translation>
    </message>
    <message>
        <source>Start the program again; it leaves the plugin out. Then update the plugin, or tell its author.</source>
        <translation>请重新启动程序，它会跳过该插件。然后更新插件，或告诉其作者。</translation>
    </message>
    <message>
        <source>the default &apos;%1&apos; is outside its range</source>
        <translation>默认值“%1”超出范围</translation>
    </message>
    <message>
        <source>the default &apos;%1&apos; is not one of its choices</source>
        <translation>默认值“%1”不在可选项中</translation>
    </message>
    <message>
        <source>%1, parameter %2</source>
        <translation>%1，参数 %2</translation>
    </message>
    <message>
        <source>is a number without a unit (&apos;1&apos; says that it has none)</source>
        <translation>是没有单位的数字（“1”表示无单位）</translation>
    </message>
    <message>
        <source>has no default</source>
        <translation>没有默认值</translation>
    </message>
    <message>
        <source>belongs to programme %1, which does not exist</source>
        <translation>属于不存在的专项 %1</translation>
    </message>
    <message>
        <source>has no function</source>
        <translation>没有函数</translation>
    </message>
    <message>
        <source>must have between 1 and 254 classes</source>
        <translation>分类数须在 1 到 254 之间</translation>
    </message>
    <message>
        <source>%1, class %2</source>
        <translation>%1，类别 %2</translation>
    </message>
    <message>
        <source>has no id of its own</source>
        <translation>没有自己的标识</translation>
    </message>
    <message>
        <source>looks like another class: colour and marking are the same</source>
        <translation>与另一类别颜色和图案相同</translation>
    </message>
    <message>
        <source>programme %1</source>
        <translation>专项 %1</translation>
    </message>
    <message>
        <source>shows indicator %1, which does not exist</source>
        <translation>引用了不存在的指标 %1</translation>
    </message>
    <message>
        <source>shows overlay %1, which does not exist</source>
        <translation>引用了不存在的专题图 %1</translation>
    </message>
    <message>
        <source>is a number without a unit, or does not say the unit of what it counts</source>
        <translation>缺少单位，或没有注明所计数对象的单位</translation>
    </message>
    <message>
        <source>is a ratio, so its unit must be %</source>
        <translation>是比率，单位必须为 %</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>is about indicator %1, which does not exist</source>
        <translation>引用了不存在的指标 %1</translation>
    </message>
    <message>
        <source>indicator %1 has no parameter %2</source>
        <translation>指标 %1 没有参数 %2</translation>
    </message>
    <message>
        <source>style of layer %1</source>
        <translation>图层 %1 的样式</translation>
    </message>
    <message>
        <source>there is no such layer</source>
        <translation>没有这个图层</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>has a range but is not a number</source>
        <translation>有范围但不是数字</translation>
    </message>
    <message>
        <source>layer %1, field %2</source>
        <translation>图层 %1，字段 %2</translation>
    </message>
    <message>
        <source>names field %1, which it does not have</source>
        <translation>引用了不存在的字段 %1</translation>
    </message>
    <message>
        <source>uses life cycle %1, which does not exist</source>
        <translation>引用了不存在的生命周期 %1</translation>
    </message>
    <message>
        <source>has no statuses</source>
        <translation>没有状态</translation>
    </message>
    <message>
        <source>%1, status %2</source>
        <translation>%1，状态 %2</translation>
    </message>
    <message>
        <source>the id must be in upper case</source>
        <translation>标识须为大写</translation>
    </message>
    <message>
        <source>%1, step from %2 to %3</source>
        <translation>%1，从 %2 到 %3 的步骤</translation>
    </message>
    <message>
        <source>there is no status %1</source>
        <translation>没有状态 %1</translation>
    </message>
    <message>
        <source>life cycle %1</source>
        <translation>生命周期 %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>图层 %1</translation>
    </message>
    <message>
        <source>extension of layer %1 by %2</source>
        <translation>%2 对图层 %1 的扩展</translation>
    </message>
    <message>
        <source>belongs to no programme</source>
        <translation>不属于任何专项</translation>
    </message>
    <message>
        <source>cannot remember which plugin is being started: %1</source>
        <translation>无法记下正在启动的插件：%1</translation>
    </message>
    <message>
        <source>If a plugin crashes, the next start cannot leave it out. Make the folder writable.</source>
        <translation>若有插件崩溃，下次启动无法跳过它。请让该文件夹可写。</translation>
    </message>
    <message>
        <source>the note on plugins that crashed cannot be read</source>
        <translation>插件崩溃记录无法读取</translation>
    </message>
    <message>
        <source>Delete the file; a plugin that still crashes is set aside again.</source>
        <translation>请删除该文件；仍会崩溃的插件会再次搁置。</translation>
    </message>
    <message>
        <source>plugin %1 is not set aside</source>
        <translation>插件 %1 没有被搁置</translation>
    </message>
    <message>
        <source>cannot remember which plugin is being started</source>
        <translation>无法记下正在启动的插件</translation>
    </message>
    <message>
        <source>Another start of the program holds the note, or its folder cannot be written.</source>
        <translation>另一个正在启动的程序占用了记录，或文件夹不可写。</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未归属</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>year not given</source>
        <translation>未定年份</translation>
    </message>
    <message>
        <source>there is no figure yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>%1 of the promised %2</source>
        <translation>%1，承诺 %2</translation>
    </message>
    <message>
        <source>%1 missing to the plan</source>
        <translation>距计划差 %1</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>与计划一致</translation>
    </message>
    <message>
        <source>%1 percentage points ahead of the plan</source>
        <translation>超前计划 %1 个百分点</translation>
    </message>
    <message>
        <source>%1 percentage points behind the plan (%2 missing)</source>
        <translation>落后计划 %1 个百分点（差 %2）</translation>
    </message>
    <message>
        <source>%1 percentage points behind the plan</source>
        <translation>落后计划 %1 个百分点</translation>
    </message>
    <message>
        <source>too few figures, no forecast</source>
        <translation>数据不足，不预测</translation>
    </message>
    <message>
        <source>at the present pace never reached</source>
        <translation>按目前速度无法达到</translation>
    </message>
    <message>
        <source>at the present pace reached on %1, in time</source>
        <translation>按目前速度 %1 达到，按期</translation>
    </message>
    <message>
        <source>one day late</source>
        <translation>晚 1 天</translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation>晚 %1 天</translation>
    </message>
    <message>
        <source>at the present pace reached on %1, %2</source>
        <translation>按目前速度 %1 达到，%2</translation>
    </message>
    <message>
        <source>at the present pace reached on %1, %2; must become %3 % faster</source>
        <translation>按目前速度 %1 达到，%2；需提速 %3 %</translation>
    </message>
    <message>
        <source>begins on %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>only %1 % of the time has passed, too early to judge</source>
        <translation>时间只过去 %1 %，尚早，不判断</translation>
    </message>
    <message>
        <source>nothing was added for %1 days</source>
        <translation>已 %1 天没有进展</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>the plan gives no year, so there is no forecast</source>
        <translation>计划未写年份，不预测</translation>
    </message>
    <message>
        <source>the plan gives no year (%1), so there is no forecast</source>
        <translation>计划未写年份（%1），不预测</translation>
    </message>
    <message>
        <source>the deadline %1 has passed</source>
        <translation>已过期限 %1</translation>
    </message>
    <message>
        <source>the plan gives no start, time is counted from %1</source>
        <translation>计划未写起始时间，从 %1 算起</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>computing %1</source>
        <translation>正在计算%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no role</source>
        <translation>没有“%1”这种导入类型</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a layer</source>
        <translation>“%1”不能用作图层名</translation>
    </message>
    <message>
        <source>Use letters, digits and _; begin with a letter.</source>
        <translation>请用文字、数字和 _，以文字开头。</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>the file has no data rows</source>
        <translation>文件没有数据行</translation>
    </message>
    <message>
        <source>no row could be taken: %1</source>
        <translation>没有一行可以采用：%1</translation>
    </message>
    <message>
        <source>Check that the file is the right one and that its columns were matched (--map field=column).</source>
        <translation>请检查文件是否正确、列是否对应（--map 字段=列名）。</translation>
    </message>
    <message>
        <source>importing %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>imported %1 as %2</source>
        <translation>导入“%1”，作为%2</translation>
    </message>
    <message>
        <source>the project&apos;s CRS is now %1 (%2)</source>
        <translation>项目坐标系现为 %1（%2）</translation>
    </message>
    <message>
        <source>All rejected rows: %1</source>
        <translation>全部拒收行：%1</translation>
    </message>
    <message>
        <source>the project has a layer %1 already</source>
        <translation>项目中已有图层 %1</translation>
    </message>
    <message>
        <source>Choose another name, or remove the layer first.</source>
        <translation>请换一个名称，或先移除该图层。</translation>
    </message>
    <message>
        <source>outlines of townships were made from their villages</source>
        <translation>乡镇界由所辖行政村合并得到</translation>
    </message>
    <message numerus="yes">
        <source>%n rows read</source>
        <translation>
            <numerusform>已读取 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>joining the villages of %1</source>
        <translation>正在合并%1的行政村</translation>
    </message>
    <message>
        <source>layer %1 has no field %2</source>
        <translation>图层 %1 没有字段 %2</translation>
    </message>
    <message>
        <source>layer %1 has changed meanwhile</source>
        <translation>图层 %1 期间已改动</translation>
    </message>
    <message>
        <source>building the spatial index</source>
        <translation>正在建立空间索引</translation>
    </message>
    <message numerus="yes">
        <source>%n statuses came without a date and were taken as of %1</source>
        <translation>
            <numerusform>%n 个状态没有日期，按 %1 计</numerusform>
        </translation>
    </message>
    <message>
        <source>the step from %1 to %2 needs a reason</source>
        <translation>从“%1”到“%2”需要理由</translation>
    </message>
    <message>
        <source>Give a note that says why.</source>
        <translation>请在备注中说明原因。</translation>
    </message>
    <message>
        <source>the feature is %1 since %2; it cannot become %3</source>
        <translation>该要素自 %2 起为“%1”，不能变为“%3”</translation>
    </message>
    <message>
        <source>Allowed next: %1. To correct an earlier statement, supersede it.</source>
        <translation>允许的下一步：%1。要更正先前的记录，请用更正。</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>没有选择任何要素</translation>
    </message>
    <message>
        <source>Select features first.</source>
        <translation>请先选择要素。</translation>
    </message>
    <message>
        <source>who reports it is not said</source>
        <translation>没有填写填报人</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>%1 is in the future</source>
        <translation>%1 在将来</translation>
    </message>
    <message>
        <source>Give the day on which it happened in the field.</source>
        <translation>请填写现场发生的日期。</translation>
    </message>
    <message>
        <source>features of layer %1 have no status</source>
        <translation>图层 %1 的要素没有状态</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>已知的有：%1</translation>
    </message>
    <message numerus="yes">
        <source>marked %n of %1 as %2</source>
        <translation>
            <numerusform>标记 %n 处%1为%2</numerusform>
        </translation>
    </message>
    <message>
        <source>changed %1 of a feature of %2</source>
        <translation>修改了一个%2要素的%1</translation>
    </message>
    <message>
        <source>there is no indicator %1</source>
        <translation>没有指标 %1</translation>
    </message>
    <message>
        <source>added target %1</source>
        <translation>新增目标 %1</translation>
    </message>
    <message>
        <source>area %1 became %2</source>
        <translation>区域 %1 变为 %2</translation>
    </message>
    <message>
        <source>changed the look of %1</source>
        <translation>修改了%1的样式</translation>
    </message>
    <message>
        <source>removed layer %1</source>
        <translation>移除了图层 %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>运行了%1</translation>
    </message>
    <message>
        <source>there is a file of this name already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>请换一个名称，或打开它。</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>没有文件夹 %1</translation>
    </message>
    <message>
        <source>Make the folder first.</source>
        <translation>请先建立文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>请选择可写的文件夹。</translation>
    </message>
    <message>
        <source>the project file cannot be written</source>
        <translation>项目文件不可写</translation>
    </message>
    <message>
        <source>there is no such project</source>
        <translation>没有这个项目</translation>
    </message>
    <message>
        <source>Check the path, or make a new project.</source>
        <translation>请检查路径，或新建项目。</translation>
    </message>
    <message>
        <source>the file is not a Cuntu project</source>
        <translation>该文件不是村图项目</translation>
    </message>
    <message>
        <source>To load its data, import it into a project.</source>
        <translation>要使用其中的数据，请导入到项目中。</translation>
    </message>
    <message>
        <source>the project was written by a newer Cuntu (file version %1, this program knows %2)</source>
        <translation>项目由更新版本的村图写成（文件版本 %1，本程序支持到 %2）</translation>
    </message>
    <message>
        <source>Install the newer program; the file was not touched.</source>
        <translation>请安装新版程序；文件没有改动。</translation>
    </message>
    <message>
        <source>opened for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>the project could not be copied before its upgrade</source>
        <translation>升级前无法备份项目</translation>
    </message>
    <message>
        <source>Free some space, and try again; the project is unchanged.</source>
        <translation>请腾出空间后重试；项目没有改动。</translation>
    </message>
    <message>
        <source>write-ahead log (local disk)</source>
        <translation>预写日志（本地磁盘）</translation>
    </message>
    <message>
        <source>rollback journal: %1</source>
        <translation>回滚日志：%1</translation>
    </message>
    <message>
        <source>the project has no layer %1</source>
        <translation>项目中没有图层 %1</translation>
    </message>
    <message>
        <source>Import data first.</source>
        <translation>请先导入数据。</translation>
    </message>
    <message>
        <source>Its layers are: %1</source>
        <translation>现有图层：%1</translation>
    </message>
    <message>
        <source>the project is open for reading only: %1</source>
        <translation>项目以只读方式打开：%1</translation>
    </message>
    <message>
        <source>the folder %1 is write-protected</source>
        <translation>文件夹 %1 有写保护</translation>
    </message>
    <message>
        <source>the file is write-protected</source>
        <translation>文件有写保护</translation>
    </message>
    <message>
        <source>the project lies on a network share or a removable disk (%1)</source>
        <translation>项目位于网络共享或移动磁盘（%1）</translation>
    </message>
    <message>
        <source>no lock file can be made beside the project</source>
        <translation>项目旁边无法建立锁文件</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>请检查文件夹权限。</translation>
    </message>
    <message>
        <source>the project is open in another program: %1 on %2 (user %3, process %4)</source>
        <translation>项目正在另一个程序中打开：%2 上的 %1（用户 %3，进程 %4）</translation>
    </message>
    <message>
        <source>Close it there, or go on reading only.</source>
        <translation>请在那边关闭，或继续以只读方式使用。</translation>
    </message>
    <message>
        <source>layer %1 has no feature %2</source>
        <translation>图层 %1 没有要素 %2</translation>
    </message>
    <message>
        <source>several features of layer %1 are called %2</source>
        <translation>图层 %1 中有多个要素叫“%2”</translation>
    </message>
    <message>
        <source>Name the one you mean by its code or number.</source>
        <translation>请用编号指明是哪一个。</translation>
    </message>
    <message>
        <source>Similar: %1</source>
        <translation>相近的：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no known status</source>
        <translation>“%1”不是已知状态</translation>
    </message>
    <message>
        <source>there is no indicator &apos;%1&apos;</source>
        <translation>没有指标“%1”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no area code</source>
        <translation>“%1”不是区划代码</translation>
    </message>
    <message>
        <source>&apos;%1&apos; gives no year: no forecast is made until it is filled in</source>
        <translation>“%1”没有写年份：补全前不预测</translation>
    </message>
    <message>
        <source>there is no layer %1</source>
        <translation>没有图层 %1</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>there is nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>文件夹 %1 不存在</translation>
    </message>
    <message>
        <source>make it, or choose another one</source>
        <translation>请建立它，或另选一个</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 无法写入</translation>
    </message>
    <message>
        <source>choose another place, or close the program that has it open</source>
        <translation>请另选位置，或关闭占用它的程序</translation>
    </message>
    <message>
        <source>%1 could not be written to its end</source>
        <translation>%1 没有写完</translation>
    </message>
    <message>
        <source>make room on the disk</source>
        <translation>请腾出磁盘空间</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a period</source>
        <translation>“%1”不是报告期</translation>
    </message>
    <message>
        <source>give a year, half year, quarter, month or week: 2018, 2018-H1, 2018-Q2, 2018-06, 2018-W23</source>
        <translation>请给出年、半年、季、月或周：2018、2018-H1、2018-Q2、2018-06、2018-W23</translation>
    </message>
    <message>
        <source>week %1, %2 to %3</source>
        <translation>第 %1 周，%2 至 %3</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <extracomment>%1 year, %2 month as a number</extracomment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>%1, quarter %2</source>
        <extracomment>%1 year, %2 number of the quarter</extracomment>
        <translation>%1年第%2季度</translation>
    </message>
    <message>
        <source>first half of %1</source>
        <translation>%1年上半年</translation>
    </message>
    <message>
        <source>second half of %1</source>
        <translation>%1年下半年</translation>
    </message>
    <message>
        <source>year %1</source>
        <extracomment>%1 year</extracomment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>进展报告</translation>
    </message>
    <message>
        <source>Weekly progress report</source>
        <translation>进展周报</translation>
    </message>
    <message>
        <source>Monthly progress report</source>
        <translation>进展月报</translation>
    </message>
    <message>
        <source>Quarterly progress report</source>
        <translation>进展季报</translation>
    </message>
    <message>
        <source>Half-yearly progress report</source>
        <translation>半年进展报告</translation>
    </message>
    <message>
        <source>Yearly progress report</source>
        <translation>年度进展报告</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>period</source>
        <translation>报告期</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>data revision</source>
        <translation>数据版本</translation>
    </message>
    <message>
        <source>reporting unit</source>
        <translation>填报单位</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>filled in by</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>checked by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>responsible</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Contains personal data. Do not publish or pass on.</source>
        <translation>含个人信息，不得公开或转发。</translation>
    </message>
    <message>
        <source>The map is missing: its picture is neither PNG, JPEG nor SVG.</source>
        <translation>缺少地图：图片不是 PNG、JPEG 或 SVG。</translation>
    </message>
    <message>
        <source>for internal use</source>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>map review number %1</source>
        <translation>审图号：%1</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>never</source>
        <translation>无法达到</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>of all</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>个百分点</translation>
    </message>
    <message>
        <source>change in the period</source>
        <translation>本期变化</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺值</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>total: %1</source>
        <translation>合计：%1</translation>
    </message>
    <message>
        <source>%1: the first %2 of %3</source>
        <translation>%1：%3 个中的前 %2 个</translation>
    </message>
    <message>
        <source>Pace: median of the slopes of the last %1 days, with too few figures the mean since the start</source>
        <translation>速度：近 %1 天斜率的中位数；数据不足时取起始以来的平均值</translation>
    </message>
    <message>
        <source>at risk: more than %1 percentage points behind a steady course, or faster work needed</source>
        <translation>预警：落后匀速进度 %1 个百分点以上，或需要提速</translation>
    </message>
    <message>
        <source>behind: more than %1 points (%2 for firm promises), more than %3 % faster work needed, or %4 days without progress</source>
        <translation>滞后：落后 %1 个百分点以上（确保类 %2 个），或需提速 %3 % 以上，或 %4 天没有进展</translation>
    </message>
    <message>
        <source>more than %L1 pairs of lines lie within the tolerance of %2 of each other</source>
        <translation>有超过 %L1 对线相距在容差 %2 以内</translation>
    </message>
    <message>
        <source>choose a smaller tolerance, and check the coordinate system of the lines</source>
        <translation>请选择更小的容差，并检查线的坐标系</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>the geometry column of layer %1 could not be made</source>
        <translation>无法为图层 %1 建立几何列</translation>
    </message>
    <message>
        <source>the spatial index of layer %1 could not be made</source>
        <translation>无法为图层 %1 建立空间索引</translation>
    </message>
    <message>
        <source>the evidence file cannot be read: %1</source>
        <translation>佐证文件无法读取：%1</translation>
    </message>
    <message>
        <source>the evidence file is larger than 200 MB</source>
        <translation>佐证文件超过 200 MB</translation>
    </message>
    <message>
        <source>Attach a smaller picture or an excerpt.</source>
        <translation>请附较小的图片或节选。</translation>
    </message>
    <message>
        <source>the description of a layer in the project is damaged</source>
        <translation>项目中某图层的说明已损坏</translation>
    </message>
    <message>
        <source>Close other programs that use the project, and try again.</source>
        <translation>请关闭其他使用该项目的程序后重试。</translation>
    </message>
    <message>
        <source>the project file is in use by another program</source>
        <translation>项目文件正被另一个程序使用</translation>
    </message>
    <message>
        <source>the disk is full; the project is unchanged</source>
        <translation>磁盘已满；项目没有改动</translation>
    </message>
    <message>
        <source>Free some space or move the project to another disk, and try again.</source>
        <translation>请腾出空间或把项目移到其他磁盘后重试。</translation>
    </message>
    <message>
        <source>reading or writing the project file failed: %1</source>
        <translation>读写项目文件失败：%1</translation>
    </message>
    <message>
        <source>Check the disk (space, quota, connection), and try again.</source>
        <translation>请检查磁盘（空间、配额、连接）后重试。</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder.</source>
        <translation>请检查文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>the file is damaged or is not a Cuntu project</source>
        <translation>文件已损坏，或不是村图项目</translation>
    </message>
    <message>
        <source>Open a copy made earlier (NAME.backup-*).</source>
        <translation>请打开先前的备份（NAME.backup-*）。</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>请检查它是否存在、是否可读。</translation>
    </message>
    <message>
        <source>a value that must be unique is there twice: %1</source>
        <translation>必须唯一的值重复：%1</translation>
    </message>
    <message>
        <source>database: %1</source>
        <translation>数据库：%1</translation>
    </message>
    <message>
        <source>the layer could not be made</source>
        <translation>无法建立图层</translation>
    </message>
    <message>
        <source>the field %1 could not be made</source>
        <translation>无法建立字段 %1</translation>
    </message>
    <message>
        <source>there is nothing to write</source>
        <translation>没有可写的内容</translation>
    </message>
    <message>
        <source>a shapefile holds one kind of geometry, and this feature is of another</source>
        <translation>一个 shapefile 只能放一种几何，而这个要素是另一种</translation>
    </message>
    <message>
        <source>Export as GeoPackage (.gpkg) instead.</source>
        <translation>请改为导出 GeoPackage（.gpkg）。</translation>
    </message>
    <message>
        <source>feature %1 could not be written</source>
        <translation>要素 %1 无法写入</translation>
    </message>
    <message>
        <source>Export as .csv, .xlsx or .gpkg, or with --unmask, which is recorded.</source>
        <translation>请导出为 .csv、.xlsx 或 .gpkg，或加 --unmask（会留下记录）。</translation>
    </message>
    <message>
        <source>Export as .csv, .xlsx or .gpkg.</source>
        <translation>请导出为 .csv、.xlsx 或 .gpkg。</translation>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation>文件不能写入：%1</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file in other programs.</source>
        <translation>请换一个文件夹，或在其他程序里关闭该文件。</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Make room or choose another disk.</source>
        <translation>请腾出空间或换一个磁盘。</translation>
    </message>
    <message>
        <source>there is no folder &apos;%1&apos;</source>
        <translation>没有文件夹“%1”</translation>
    </message>
    <message>
        <source>the format could not be started</source>
        <translation>无法开始写这种格式</translation>
    </message>
    <message>
        <source>it could not be completed</source>
        <translation>没有写完整</translation>
    </message>
    <message>
        <source>the sheet could not be made</source>
        <translation>无法建立工作表</translation>
    </message>
    <message>
        <source>a sheet holds at most %1 rows</source>
        <translation>一张工作表最多 %1 行</translation>
    </message>
    <message>
        <source>Export as .csv or .gpkg instead.</source>
        <translation>请改为导出 .csv 或 .gpkg。</translation>
    </message>
    <message>
        <source>row %1 could not be written</source>
        <translation>第 %1 行无法写入</translation>
    </message>
    <message>
        <source>nothing is said about it, and it is neither UTF-8 nor Chinese</source>
        <translation>没有说明，内容也既非 UTF-8 又非中文编码</translation>
    </message>
    <message>
        <source>the column &apos;%1&apos; is in %2: its numbers were converted to %3</source>
        <translation>“%1”列的单位是%2，数值已换算成%3</translation>
    </message>
    <message>
        <source>has choices but is neither of type choice nor yes/no</source>
        <translation>有选项，却既非选项类型又非是否类型</translation>
    </message>
    <message numerus="yes">
        <source>%n rows failed the checks, and all or none were asked for: %1</source>
        <translation>
            <numerusform>有 %n 行未通过检查，而要求是全有或全无：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>the same place as in row %1</source>
        <translation>与第 %1 行是同一个地方</translation>
    </message>
    <message>
        <source>the project file is damaged: %1</source>
        <translation>项目文件已损坏：%1</translation>
    </message>
    <message>
        <source>invalid geometry: %1</source>
        <translation>几何无效：%1</translation>
    </message>
    <message>
        <source>belongs to no village</source>
        <translation>不属于任何村</translation>
    </message>
    <message>
        <source>area %1 is not in the list of villages</source>
        <translation>区划 %1 不在行政村名单里</translation>
    </message>
    <message>
        <source>rollback journal (one command)</source>
        <translation>回滚日志（单条命令）</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a status of several programmes: none was set; say which programme is meant</source>
        <translation>“%1”在几个专项里都有：没有记状态；请说明是哪个专项</translation>
    </message>
    <message>
        <source>gives the layer a second life cycle</source>
        <translation>给图层加了第二套流程</translation>
    </message>
    <message>
        <source>programme %1 does not track features of layer %2</source>
        <translation>专项 %1 不跟踪图层 %2 的要素</translation>
    </message>
    <message>
        <source>%1 is a status of several programmes</source>
        <translation>%1 在几个专项里都有</translation>
    </message>
    <message>
        <source>Say which programme is meant (--programme).</source>
        <translation>请说明是哪个专项（--programme）。</translation>
    </message>
    <message>
        <source>Say which programme is meant: %1</source>
        <translation>请说明是哪个专项：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a status of several programmes (%2); say which one is meant</source>
        <translation>“%1”在几个专项里都有（%2）；请说明是哪一个</translation>
    </message>
    <message>
        <source>Known: %1, targets, area_events, progress:LAYER, layer:NAME</source>
        <translation>可用：%1、targets、area_events、progress:图层、layer:名称</translation>
    </message>
    <message>
        <source>the new code is the old one</source>
        <translation>新代码与原代码相同</translation>
    </message>
    <message>
        <source>no list of areas names %1 yet</source>
        <translation>还没有区划名单列出 %1</translation>
    </message>
    <message>
        <source>encoding %1: %2</source>
        <translation>编码 %1：%2</translation>
    </message>
    <message>
        <source>coordinates %1: %2</source>
        <translation>坐标系 %1：%2</translation>
    </message>
    <message>
        <source>%L1 sites are asked for, but there are only %L2 candidates that may be chosen: %L3 too few</source>
        <translation>要求选 %L1 个点，但可选的候选点只有 %L2 个：少 %L3 个</translation>
    </message>
    <message>
        <source>ask for fewer sites, or add candidates</source>
        <translation>请少选几个点，或增加候选点</translation>
    </message>
    <message>
        <source>%L1 sites are asked for, but %L2 are fixed: %L3 too many</source>
        <translation>要求选 %L1 个点，但必选的有 %L2 个：多 %L3 个</translation>
    </message>
    <message>
        <source>ask for at least %L1 sites, or fix fewer</source>
        <translation>请至少选 %L1 个点，或减少必选点</translation>
    </message>
    <message>
        <source>the cheapest choice costs %L1, but the budget is %L2: %L3 short</source>
        <translation>最便宜的选法需要 %L1，预算只有 %L2：差 %L3</translation>
    </message>
    <message>
        <source>raise the budget, ask for fewer sites, or fix cheaper ones</source>
        <translation>请增加预算，少选几个点，或改定较便宜的必选点</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>seen again</source>
        <translation>再次出现</translation>
    </message>
    <message>
        <source>the rule does not see it any more</source>
        <translation>已不符合预警条件</translation>
    </message>
    <message>
        <source>it is %1 and cannot become %2</source>
        <translation>现为%1，不能变为%2</translation>
    </message>
    <message>
        <source>Allowed next: %1.</source>
        <translation>下一步可以是：%1。</translation>
    </message>
    <message>
        <source>who does it is not said</source>
        <translation>没有写明经办人</translation>
    </message>
    <message>
        <source>Give the day on which it happened.</source>
        <translation>请给出发生的日期。</translation>
    </message>
    <message>
        <source>%1 is before the last step, of %2</source>
        <translation>%1 早于上一步的 %2</translation>
    </message>
    <message>
        <source>this step needs a reason</source>
        <translation>这一步须写明原因</translation>
    </message>
    <message>
        <source>%1 put it right and cannot check it as well</source>
        <translation>%1 是整改人，不能再核查</translation>
    </message>
    <message>
        <source>Somebody else must check it.</source>
        <translation>须由另一人核查。</translation>
    </message>
    <message>
        <source>it cannot be closed without evidence</source>
        <translation>没有凭证不能销号</translation>
    </message>
    <message>
        <source>Attach a photo or document to this or an earlier step.</source>
        <translation>请在这一步或之前的某一步附上照片或文件。</translation>
    </message>
    <message>
        <source>reached, but after the deadline %1</source>
        <translation>已达到，但晚于期限 %1</translation>
    </message>
    <message>
        <source>it was reached on the deadline %1 and is lost since</source>
        <translation>期限 %1 时已达到，之后又失去</translation>
    </message>
    <message>
        <source>nobody reported in time, the figures are out of date</source>
        <translation>没有按时上报，数据过期</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>未定年份</translation>
    </message>
    <message>
        <source>%1 and %2 promise different values for %3: %4 and %5</source>
        <translation>%1与%2对 %3 的承诺不一：%4 与 %5</translation>
    </message>
    <message>
        <source>%1 and %2 promise the same by different days: %3 and %4</source>
        <translation>%1与%2承诺相同而期限不一：%3 与 %4</translation>
    </message>
    <message>
        <source>earlier statements corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>entered late</source>
        <translation>补报</translation>
    </message>
    <message>
        <source>no longer counted</source>
        <translation>不再计入</translation>
    </message>
    <message>
        <source>newly counted</source>
        <translation>新计入</translation>
    </message>
    <message>
        <source>size changed</source>
        <translation>规模变化</translation>
    </message>
    <message>
        <source>lost again</source>
        <translation>又失去</translation>
    </message>
    <message>
        <source>newly done</source>
        <translation>新完成</translation>
    </message>
    <message>
        <source>the list has no rows</source>
        <translation>名单没有数据行</translation>
    </message>
    <message numerus="yes">
        <source>nothing was marked: %n rows cannot be understood</source>
        <translation>
            <numerusform>没有标记：%n 行无法识别</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct them and give the whole list again.</source>
        <translation>请改正后重新提交整张名单。</translation>
    </message>
    <message>
        <source>the time until %1 is closed</source>
        <translation>%1 之前已关账</translation>
    </message>
    <message>
        <source>Give a note that says why it comes late.</source>
        <translation>请在备注写明为什么补报。</translation>
    </message>
    <message>
        <source>%1 needs evidence before it is more than reported</source>
        <translation>%1须有凭证才能高于已上报</translation>
    </message>
    <message>
        <source>Attach a photo or document, or give the number of the paper it rests on.</source>
        <translation>请附照片或文件，或给出文号。</translation>
    </message>
    <message>
        <source>%1 reported it and cannot accept it as well</source>
        <translation>%1 是填报人，不能再验收</translation>
    </message>
    <message>
        <source>The plan wants somebody else to accept it.</source>
        <translation>方案要求由另一人验收。</translation>
    </message>
    <message>
        <source>nothing was marked, %1 of %2 are refused; the first: %3</source>
        <translation>没有标记，%2 行中 %1 行被拒绝；第一处：%3</translation>
    </message>
    <message numerus="yes">
        <source>marked %n features from a list</source>
        <translation>
            <numerusform>按名单标记了 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>closing a period needs a reason</source>
        <translation>关账须写明原因</translation>
    </message>
    <message>
        <source>Say on what grounds it is closed.</source>
        <translation>请写明依据。</translation>
    </message>
    <message>
        <source>%1 is not over yet</source>
        <translation>%1 还没有过完</translation>
    </message>
    <message>
        <source>Close a period after its last day.</source>
        <translation>请在时段最后一天之后关账。</translation>
    </message>
    <message>
        <source>the time until %1 is closed already</source>
        <translation>%1 之前早已关账</translation>
    </message>
    <message>
        <source>closed the time until %1</source>
        <translation>关账至 %1</translation>
    </message>
    <message>
        <source>what is wrong is not said</source>
        <translation>没有写明问题</translation>
    </message>
    <message>
        <source>Describe the problem in a sentence.</source>
        <translation>请用一句话写明问题。</translation>
    </message>
    <message>
        <source>listed &apos;%1&apos; for rectification</source>
        <translation>将“%1”列入整改</translation>
    </message>
    <message>
        <source>case %1 is %2</source>
        <translation>%1 号：%2</translation>
    </message>
    <message>
        <source>looked for alerts as of %1</source>
        <translation>检查了 %1 的预警</translation>
    </message>
    <message>
        <source>target %1 is not there any more</source>
        <translation>目标 %1 已不在</translation>
    </message>
    <message>
        <source>Somebody adjusted or removed it; look at the list again.</source>
        <translation>它已被调整或移除；请重新查看清单。</translation>
    </message>
    <message>
        <source>an adjustment needs a reason</source>
        <translation>调整须写明原因</translation>
    </message>
    <message>
        <source>Say why the target is changed.</source>
        <translation>请写明为什么调整。</translation>
    </message>
    <message>
        <source>there is no target %1</source>
        <translation>没有目标 %1</translation>
    </message>
    <message numerus="yes">
        <source>added %n targets</source>
        <translation>
            <numerusform>新增 %n 个目标</numerusform>
        </translation>
    </message>
    <message>
        <source>adjusted target %1</source>
        <translation>调整目标 %1</translation>
    </message>
    <message>
        <source>removed target %1</source>
        <translation>移除目标 %1</translation>
    </message>
    <message>
        <source>it was drawn up from &apos;%1&apos;, this is &apos;%2&apos;</source>
        <translation>它出自“%1”，这里是“%2”</translation>
    </message>
    <message>
        <source>the figure was %1 and is %2</source>
        <translation>当时是 %1，现在是 %2</translation>
    </message>
    <message>
        <source>the sums are the same, but other features make them up, or the receipt&apos;s own words were changed</source>
        <translation>总数相同，但构成的对象不同，或凭据本身被改动</translation>
    </message>
    <message>
        <source>the project went from revision %1 to %2 since</source>
        <translation>项目其后从版本 %1 变到 %2</translation>
    </message>
    <message>
        <source>this is no receipt of a figure</source>
        <translation>这不是数字凭据</translation>
    </message>
    <message>
        <source>&apos;cuntu receipt&apos; writes one.</source>
        <translation>用 cuntu receipt 生成。</translation>
    </message>
    <message>
        <source>Load the list of areas first, or correct the code.</source>
        <translation>请先装入区划名单，或改正代码。</translation>
    </message>
    <message>
        <source>there is no area %1</source>
        <translation>没有区域 %1</translation>
    </message>
    <message>
        <source>area %1 is not inside %2</source>
        <translation>区域 %1 不在 %2 之内</translation>
    </message>
    <message>
        <source>the steepness of the planned curve must be above 0</source>
        <translation>计划曲线的陡度须大于 0</translation>
    </message>
    <message>
        <source>the planned share on %1 is not between 0 and 1</source>
        <translation>%1 的计划比例不在 0 到 1 之间</translation>
    </message>
    <message>
        <source>the planned curve does not rise at %1</source>
        <translation>计划曲线在 %1 没有上升</translation>
    </message>
    <message>
        <source>the target value is no number</source>
        <translation>目标值不是数字</translation>
    </message>
    <message>
        <source>the target is due on %1, before it starts on %2</source>
        <translation>期限 %1 早于开始日期 %2</translation>
    </message>
    <message>
        <source>%1 is not a share that shall rise</source>
        <translation>%1 不是越高越好的比例</translation>
    </message>
    <message>
        <source>The cheapest set is worked out for targets that are shares.</source>
        <translation>只对比例类目标计算最省方案。</translation>
    </message>
    <message>
        <source>%1 is no number field</source>
        <translation>%1 不是数字字段</translation>
    </message>
    <message>
        <source>%1 cannot be split into parts of that level</source>
        <translation>%1 不能分解到这一级</translation>
    </message>
    <message>
        <source>there is no case %1</source>
        <translation>没有 %1 号</translation>
    </message>
    <message>
        <source>the receipt cannot be written: %1</source>
        <translation>凭据写不了：%1</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>没有字段 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that %2 could be</source>
        <translation>“%2”不可能是“%1”</translation>
    </message>
    <message>
        <source>the shares of the work must lie within 0 and 1, the least first</source>
        <translation>完成份额须在 0 与 1 之间，且下限不大于上限</translation>
    </message>
    <message>
        <source>%1, measured figure %2</source>
        <translation>%1，量测值 %2</translation>
    </message>
    <message>
        <source>there is no measured figure %1</source>
        <translation>没有名为 %1 的量测值</translation>
    </message>
    <message>
        <source>by all reports it would be &apos;%1&apos;, but the improvement is not yet %2</source>
        <translation>按全部上报应为“%1”，但好转的部分尚未%2</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>核定</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>核对</translation>
    </message>
    <message numerus="yes">
        <source>nothing was taken: %n rows cannot be understood</source>
        <translation>
            <numerusform>全部未收：有 %n 行看不懂</numerusform>
        </translation>
    </message>
    <message>
        <source>the day is both free and worked</source>
        <translation>这一天既写放假又写上班</translation>
    </message>
    <message>
        <source>neither a status nor a measured figure is given</source>
        <translation>既没有状态，也没有量测值</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no known measured figure</source>
        <translation>“%1”不是已知的量测值</translation>
    </message>
    <message>
        <source>entry %1 says nothing of this kind about the feature</source>
        <translation>第 %1 条记录不是关于该对象这一项的</translation>
    </message>
    <message>
        <source>&apos;cuntu history&apos; shows the entries that can be corrected.</source>
        <translation>可更正的记录见 cuntu history。</translation>
    </message>
    <message>
        <source>a correction is about a status or about one figure</source>
        <translation>一次只能更正一个状态或一个量测值</translation>
    </message>
    <message>
        <source>Correct them one after the other.</source>
        <translation>请逐项更正。</translation>
    </message>
    <message>
        <source>%1 is no figure that can be measured</source>
        <translation>%1 不是可以量测的数</translation>
    </message>
    <message>
        <source>Give a number, 0 or more.</source>
        <translation>请给出不小于 0 的数。</translation>
    </message>
    <message>
        <source>%1 is more than the whole</source>
        <translation>%1 超过了全部</translation>
    </message>
    <message>
        <source>%1 is a share: 0 to 100 %.</source>
        <translation>%1 是份额：0 至 100%。</translation>
    </message>
    <message>
        <source>%1 falls from %2 to %3</source>
        <translation>%1 由 %2 降到 %3</translation>
    </message>
    <message>
        <source>%1 was less than %2 afterwards</source>
        <translation>%1 此后的记录小于 %2</translation>
    </message>
    <message>
        <source>there is no such measured figure here</source>
        <translation>这里没有这个量测值</translation>
    </message>
    <message>
        <source>several programmes measure that</source>
        <translation>有几个项目都量测它</translation>
    </message>
    <message numerus="yes">
        <source>measured %n of %1: %2</source>
        <translation>
            <numerusform>量测 %1 %n 个：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Give yes or no.</source>
        <translation>请给出 yes 或 no。</translation>
    </message>
    <message>
        <source>Give reported, checked or certified.</source>
        <translation>请给出 reported、checked 或 certified。</translation>
    </message>
    <message>
        <source>there is no setting %1</source>
        <translation>没有设置项 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that %2 can be</source>
        <translation>%2 不能是“%1”</translation>
    </message>
    <message>
        <source>Choose a terrain model such as a GeoTIFF of heights.</source>
        <translation>请选择地形高程栅格，例如高程 GeoTIFF。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no terrain model that can be read</source>
        <translation>“%1”不是可以读取的地形高程栅格</translation>
    </message>
    <message>
        <source>the terrain model &apos;%1&apos; does not reach here</source>
        <translation>地形高程栅格“%1”没有覆盖这里</translation>
    </message>
    <message>
        <source>too much of the terrain model &apos;%1&apos; is asked for</source>
        <translation>所需的地形高程栅格“%1”范围过大</translation>
    </message>
    <message>
        <source>this is no import profile: %1</source>
        <translation>这不是导入方案：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is of the wrong kind</source>
        <translation>“%1”的类型不对</translation>
    </message>
    <message>
        <source>its &apos;format&apos; is not &apos;%1&apos;</source>
        <translation>其 format 不是“%1”</translation>
    </message>
    <message>
        <source>a newer program wrote it</source>
        <translation>它由更新的程序写成</translation>
    </message>
    <message>
        <source>it names no id or no role</source>
        <translation>没有写明 id 或 role</translation>
    </message>
    <message>
        <source>the file has no column &apos;%1&apos;, by which rows are chosen</source>
        <translation>文件没有用来挑选行的列“%1”</translation>
    </message>
    <message>
        <source>The profile is for files of another shape.</source>
        <translation>该方案适用于另一种样式的文件。</translation>
    </message>
    <message>
        <source>the first column marks the positions as shifted ones, as Ovital&apos;s tables do</source>
        <translation>第一列标明是偏移坐标，奥维的表就是这样</translation>
    </message>
    <message>
        <source>import profile %1</source>
        <translation>导入方案 %1</translation>
    </message>
    <message>
        <source>Progress of: %1</source>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>Changes of areas</source>
        <translation>区划变更</translation>
    </message>
    <message>
        <source>Plain layer</source>
        <translation>普通图层</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>drawn otherwise</source>
        <translation>画法不同</translation>
    </message>
    <message>
        <source>the profile has no name</source>
        <translation>方案没有名称</translation>
    </message>
    <message>
        <source>kept the import profile %1</source>
        <translation>存下导入方案 %1</translation>
    </message>
    <message>
        <source>the project has no import profile %1</source>
        <translation>项目没有导入方案 %1</translation>
    </message>
    <message>
        <source>&apos;cuntu profiles&apos; lists them.</source>
        <translation>“cuntu profiles”可列出。</translation>
    </message>
    <message>
        <source>removed the import profile %1</source>
        <translation>删去导入方案 %1</translation>
    </message>
    <message>
        <source>nobody said what the name &apos;%1&apos; means</source>
        <translation>没有人说明过地名“%1”指哪里</translation>
    </message>
    <message>
        <source>&apos;cuntu places&apos; lists those that are known.</source>
        <translation>“cuntu places”列出已知的。</translation>
    </message>
    <message>
        <source>forgot what the name %1 means</source>
        <translation>忘掉地名 %1 所指</translation>
    </message>
    <message>
        <source>of %1 positions, %2 % lie in the village that they are said to lie in; taken for %3 it would be %4 %: import the file anew with that coordinate system if it comes from a phone or a web map</source>
        <translation>%1 个位置中，落在所写村内的占 %2 %；若按 %3 理解，则为 %4 %：如果数据来自手机或网络地图，请按该坐标系重新导入</translation>
    </message>
    <message>
        <source>without outlines it cannot be told whether these were closed or joined to a neighbour: %1</source>
        <translation>没有边界，无法判断下列区划是撤销还是并入了邻村：%1</translation>
    </message>
    <message>
        <source>the same name under another code</source>
        <translation>名称相同，代码不同</translation>
    </message>
    <message>
        <source>the same name but for its kind</source>
        <translation>除类别（村、社区、镇、街道）外名称相同</translation>
    </message>
    <message>
        <source>the same name in another township</source>
        <translation>名称相同，在另一个乡镇</translation>
    </message>
    <message>
        <source>the same code</source>
        <translation>代码相同</translation>
    </message>
    <message>
        <source>most of its villages stand under the new code</source>
        <translation>其多数村在新代码之下</translation>
    </message>
    <message>
        <source>their names begin with its name</source>
        <translation>名称都以它的名称开头</translation>
    </message>
    <message>
        <source>they lie on its ground</source>
        <translation>位于它原来的土地上</translation>
    </message>
    <message>
        <source>its name joins theirs</source>
        <translation>名称由它们的名称合成</translation>
    </message>
    <message>
        <source>its name takes a character of each of theirs</source>
        <translation>名称各取它们一个字</translation>
    </message>
    <message>
        <source>the same ground</source>
        <translation>土地相同</translation>
    </message>
    <message>
        <source>its ground belongs to it now</source>
        <translation>它的土地现在归后者</translation>
    </message>
    <message>
        <source>it is not in the newer list</source>
        <translation>新名单中没有</translation>
    </message>
    <message>
        <source>it was not in the older list</source>
        <translation>旧名单中没有</translation>
    </message>
    <message>
        <source>the code %1 does not lie under %2</source>
        <translation>代码 %1 不在 %2 之下</translation>
    </message>
    <message>
        <source>%1 %2 lies under %3, which is not in the list</source>
        <translation>%1 %2 的上级 %3 不在名单中</translation>
    </message>
    <message>
        <source>the code %1 is that of feature %2 too</source>
        <translation>编号 %1 与要素 %2 的相同</translation>
    </message>
    <message>
        <source>%1 features lie at the very same position: %2 and %3</source>
        <translation>%1 个要素在同一位置：%2 和 %3</translation>
    </message>
    <message>
        <source>%1 is there twice in village %2 (feature %3)</source>
        <translation>%1 在村 %2 中出现两次（另一个是要素 %3）</translation>
    </message>
    <message>
        <source>%1 features of village %2 have exactly the same figures: %3 and %4</source>
        <translation>村 %2 有 %1 个要素的数字完全相同：%3 和 %4</translation>
    </message>
    <message>
        <source>%1 is said to have %2 households, the register has %3 there</source>
        <translation>%1 登记为 %2 户，农户图层中有 %3 户</translation>
    </message>
    <message>
        <source>%1 of %2: %3, but its settlements add up to %4</source>
        <translation>%2 的%1为 %3，但其自然村之和为 %4</translation>
    </message>
    <message>
        <source>%1 and %2 overlap by %3 m2</source>
        <translation>%1 与 %2 重叠 %3 平方米</translation>
    </message>
    <message>
        <source>a gap of %1 m2 that belongs to none of its neighbours %2</source>
        <translation>一处 %1 平方米的空隙，不属于相邻的 %2</translation>
    </message>
    <message>
        <source>the ledger has an entry of %1, which has not come yet</source>
        <translation>台账有一条 %1 的记录，这一天还没有到</translation>
    </message>
    <message>
        <source>%1 is %2, which has not come yet</source>
        <translation>%1为 %2，这一天还没有到</translation>
    </message>
    <message>
        <source>the border crosses itself</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <source>the border touches itself</source>
        <translation>边界自相接</translation>
    </message>
    <message>
        <source>a hole lies outside</source>
        <translation>内环在外环之外</translation>
    </message>
    <message>
        <source>a hole lies in another hole</source>
        <translation>内环套在另一内环中</translation>
    </message>
    <message>
        <source>the inside falls apart into pieces that only touch</source>
        <translation>内部被分成只在一点相接的几块</translation>
    </message>
    <message>
        <source>one part lies inside another</source>
        <translation>一部分套在另一部分中</translation>
    </message>
    <message>
        <source>there are too few corners</source>
        <translation>顶点太少</translation>
    </message>
    <message>
        <source>%1 parts before, %2 after</source>
        <translation>修复前 %1 部分，修复后 %2 部分</translation>
    </message>
    <message>
        <source>%1 m2 in %2 parts after the repair, of %3 corners before and %4 after</source>
        <translation>修复后为 %2 部分，%1 平方米；顶点由 %3 个变为 %4 个</translation>
    </message>
    <message>
        <source>by the identity number this person is more than %1 years old</source>
        <translation>按身份证号，此人超过 %1 岁</translation>
    </message>
    <message>
        <source>the identity number is that of a person of the other sex</source>
        <translation>身份证号与性别不符</translation>
    </message>
    <message>
        <source>the birth date is not the one in the identity number</source>
        <translation>出生日期与身份证号不符</translation>
    </message>
    <message>
        <source>the identity number %1 is that of feature %2 too</source>
        <translation>身份证号 %1 与要素 %2 的相同</translation>
    </message>
    <message>
        <source>an end lies %1 m from %2 and does not meet it</source>
        <translation>一端距 %2 %1 米，没有接上</translation>
    </message>
    <message>
        <source>the same line as %1 (feature %2)</source>
        <translation>与 %1（要素 %2）是同一条线</translation>
    </message>
    <message>
        <source>%1 is %2, which layer %3 does not have</source>
        <translation>%1为 %2，图层“%3”中没有</translation>
    </message>
    <message>
        <source>the ledger speaks of %1 features of layer %2, which is not there</source>
        <translation>台账涉及图层 %2 的 %1 个要素，但没有这个图层</translation>
    </message>
    <message>
        <source>the ledger speaks of feature %1, which is not there</source>
        <translation>台账涉及要素 %1，但没有这个要素</translation>
    </message>
    <message>
        <source>lies %1 m outside its village %2</source>
        <translation>在所属村 %2 以外 %1 米</translation>
    </message>
    <message>
        <source>and %1 more of this kind</source>
        <translation>另有同类问题 %1 条</translation>
    </message>
    <message>
        <source>this is a picture or a terrain model (a raster), and holds no features</source>
        <translation>这是图片或地形（栅格），不含要素</translation>
    </message>
    <message>
        <source>Add it to the map as a raster, or name it where an analysis asks for a terrain model.</source>
        <translation>请作为栅格加到地图上，或在分析要求地形模型时给出它。</translation>
    </message>
    <message>
        <source>the file calls its numbers longitude and latitude, which they are not</source>
        <translation>文件称其数字为经纬度，实际不是</translation>
    </message>
    <message>
        <source>the .dbf file, which holds the attributes, is missing: there are only shapes</source>
        <translation>缺少存放属性的 .dbf 文件：只有图形</translation>
    </message>
    <message>
        <source>%1: taken without a position</source>
        <translation>%1：已收入，没有位置</translation>
    </message>
    <message>
        <source>Codes have 6 digits for a county, 9 for a township, 12 for a village.</source>
        <translation>代码：县 6 位，乡镇 9 位，村 12 位。</translation>
    </message>
    <message>
        <source>the project has no areas of the counties in the list: there is nothing to compare with</source>
        <translation>项目中没有名单所在县的区划，无从比较</translation>
    </message>
    <message>
        <source>Import an older list first, with the role townships or villages.</source>
        <translation>请先以 townships 或 villages 的角色导入较旧的名单。</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>the list of findings cannot be written: %1</source>
        <translation>问题清单无法写入：%1</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>请换一个文件名。</translation>
    </message>
    <message>
        <source>target %1 is for area %2, which is not in the list</source>
        <translation>目标 %1 所在的区划 %2 不在名单中</translation>
    </message>
    <message>
        <source>there is no rule %1</source>
        <translation>没有规则 %1</translation>
    </message>
    <message>
        <source>rule %1 has no fix of its own</source>
        <translation>规则 %1 不能自动改正</translation>
    </message>
    <message>
        <source>Put right what it finds in the file it came from, and import that again.</source>
        <translation>请在来源文件中改正，再重新导入。</translation>
    </message>
    <message numerus="yes">
        <source>%1: repaired %n features</source>
        <translation>
            <numerusform>%1：修复了 %n 个要素</numerusform>
        </translation>
    </message>
    <message>
        <source>the lists say the same: there is nothing to take over</source>
        <translation>两份名单相同，没有可存入的</translation>
    </message>
    <message numerus="yes">
        <source>%n changes of areas as of %1</source>
        <translation>
            <numerusform>自 %1 起的 %n 项区划变更</numerusform>
        </translation>
    </message>
    <message>
        <source>a %1 file cannot say that its positions are in %2</source>
        <translation>%1 文件无法说明坐标是 %2</translation>
    </message>
    <message>
        <source>Choose .kml, .geojson, .gpkg, .shp or a table.</source>
        <translation>请选 .kml、.geojson、.gpkg、.shp 或表格。</translation>
    </message>
    <message>
        <source>a %1 file holds WGS 84 or GCJ-02, not %2</source>
        <translation>%1 文件只能是 WGS 84 或 GCJ-02，不能是 %2</translation>
    </message>
    <message>
        <source>Choose EPSG:4326 or gcj02.</source>
        <translation>请选 EPSG:4326 或 gcj02。</translation>
    </message>
    <message>
        <source>the project does not know the system of its positions</source>
        <translation>项目不知道自己的坐标系</translation>
    </message>
    <message>
        <source>Leave the target system out.</source>
        <translation>请不要指定目标坐标系。</translation>
    </message>
    <message>
        <source>Positions are in GCJ-02, the shifted system of Chinese web maps, not in WGS 84.</source>
        <translation>坐标为 GCJ-02（国内网络地图的偏移坐标），不是 WGS 84。</translation>
    </message>
    <message>
        <source>Positions are in BD-09, the shifted system of Baidu&apos;s maps, not in WGS 84.</source>
        <translation>坐标为 BD-09（百度地图的偏移坐标），不是 WGS 84。</translation>
    </message>
    <message>
        <source>files ending in &apos;.%1&apos; cannot be written</source>
        <translation>写不了后缀为“.%1”的文件</translation>
    </message>
    <message>
        <source>Known endings: %1</source>
        <translation>可用后缀：%1</translation>
    </message>
    <message>
        <source>the positions of this layer are personal, and this format is nothing without them</source>
        <translation>这个图层的位置属于个人信息，而这种格式离不开位置</translation>
    </message>
    <message>
        <source>this layer has no positions, and this format is nothing without them</source>
        <translation>这个图层没有位置，而这种格式离不开位置</translation>
    </message>
    <message>
        <source>a MapInfo table holds 500 km at the most, and this feature lies beyond</source>
        <translation>MapInfo 表至多容纳 500 公里，这个要素在此之外</translation>
    </message>
    <message>
        <source>names of fields were cut to %1 bytes: %2</source>
        <translation>字段名截为 %1 个字节：%2</translation>
    </message>
    <message>
        <source>%1 texts were cut to %2 bytes</source>
        <translation>%1 处文字截为 %2 个字节</translation>
    </message>
    <message>
        <source>the project does not know the system of its positions, and the file does not say it</source>
        <translation>项目不知道自己的坐标系，文件里也没有写</translation>
    </message>
    <message>
        <source>files are not written in the encoding &apos;%1&apos;</source>
        <translation>不能用“%1”编码写文件</translation>
    </message>
    <message>
        <source>Choose UTF-8 or GBK.</source>
        <translation>请选 UTF-8 或 GBK。</translation>
    </message>
    <message>
        <source>%1 characters that %2 does not have were replaced by &apos;?&apos;</source>
        <translation>%1 个字 %2 里没有，已写作“?”</translation>
    </message>
    <message>
        <source>this is no picture that can be read</source>
        <translation>这不是能读的图片</translation>
    </message>
    <message>
        <source>JPEG, TIFF, PNG and WebP are read.</source>
        <translation>能读 JPEG、TIFF、PNG 和 WebP。</translation>
    </message>
    <message>
        <source>%1 areas have no border in the project</source>
        <translation>项目里有 %1 个区划没有边界</translation>
    </message>
    <message>
        <source>there is no programme %1</source>
        <translation>没有专项 %1</translation>
    </message>
    <message>
        <source>there are no figures to write</source>
        <translation>没有可写出的指标</translation>
    </message>
    <message>
        <source>there is no overlay %1</source>
        <translation>没有专题图 %1</translation>
    </message>
    <message>
        <source>overlay %1 has no layer %2</source>
        <translation>专题图 %1 没有图层 %2</translation>
    </message>
    <message>
        <source>nothing of layer %1 is selected</source>
        <translation>图层 %1 里没有符合条件的要素</translation>
    </message>
    <message>
        <source>Check area and keys; nothing was written.</source>
        <translation>请检查区划和编号；什么都没有写出。</translation>
    </message>
    <message>
        <source>%1 keys were not found: %2</source>
        <translation>%1 个编号没有找到：%2</translation>
    </message>
    <message>
        <source>where the features of layer %1 lie cannot be told: they name no area, and there is no border to look inside</source>
        <translation>无法判断图层 %1 的要素在哪里：既没有写区划，也没有边界可比</translation>
    </message>
    <message>
        <source>Leave the area out, or import the villages with their borders.</source>
        <translation>请不要限定区划，或先导入带边界的行政村。</translation>
    </message>
    <message>
        <source>&apos;cuntu info&apos; lists them.</source>
        <translation>用“cuntu info”可以列出。</translation>
    </message>
    <message>
        <source>there is no area called %1</source>
        <translation>没有叫 %1 的区划</translation>
    </message>
    <message>
        <source>several areas are called %1</source>
        <translation>有几个区划都叫 %1</translation>
    </message>
    <message>
        <source>Give its name or code.</source>
        <translation>请给出名称或代码。</translation>
    </message>
    <message>
        <source>Give the code: %1</source>
        <translation>请给出代码：%1</translation>
    </message>
    <message>
        <source>%1 is about several layers, which only a GeoPackage (.gpkg) holds</source>
        <translation>%1 涉及几个图层，只有 GeoPackage（.gpkg）装得下</translation>
    </message>
    <message>
        <source>Or name one of them: %1</source>
        <translation>或指明其中一个：%1</translation>
    </message>
    <message>
        <source>%1 picked</source>
        <translation>选中 %1 个</translation>
    </message>
    <message>
        <source>the export could not be recorded: %1</source>
        <translation>这次导出没能登记：%1</translation>
    </message>
    <message>
        <source>the same file as %1</source>
        <translation>与 %1 是同一个文件</translation>
    </message>
    <message>
        <source>nearly the same picture as %1 (%2 of 64 bits differ)</source>
        <translation>与 %1 几乎是同一张（64 位中差 %2 位）</translation>
    </message>
    <message>
        <source>it is in the project at this place already</source>
        <translation>项目里这个要素已有这张照片</translation>
    </message>
    <message>
        <source>it does not say where it was taken</source>
        <translation>没有拍摄位置</translation>
    </message>
    <message>
        <source>it does not say where it was taken: attach it by hand</source>
        <translation>没有拍摄位置，请手工归属</translation>
    </message>
    <message>
        <source>nothing of the layer is within %1 m</source>
        <translation>%1 米以内没有该图层的要素</translation>
    </message>
    <message>
        <source>taken %1 m from what it is said to show</source>
        <translation>拍摄位置离所说的要素 %1 米</translation>
    </message>
    <message>
        <source>it does not say when it was taken</source>
        <translation>没有拍摄时间</translation>
    </message>
    <message>
        <source>taken in the future, on %1</source>
        <translation>拍摄日期 %1 在未来</translation>
    </message>
    <message>
        <source>taken on %1, before %2 that holds since %3</source>
        <translation>拍于 %1，早于 %3 起的状态 %2</translation>
    </message>
    <message>
        <source>taken outside the village %1</source>
        <translation>拍摄位置在村 %1 以外</translation>
    </message>
    <message>
        <source>added %1 photos</source>
        <translation>添加了 %1 张照片</translation>
    </message>
    <message>
        <source>the project has no photo %1</source>
        <translation>项目没有照片 %1</translation>
    </message>
    <message>
        <source>attached photo %1</source>
        <translation>归属了照片 %1</translation>
    </message>
    <message>
        <source>%1 in groups of fewer than %2, or without a position, are counted by their village</source>
        <translation>%1 户所在的组不满 %2 户，或没有位置，并入行政村计数</translation>
    </message>
    <message>
        <source>%1 are left out: fewer than %2 in their village, or no place to show them</source>
        <translation>%1 户没有列出：所在村不满 %2 户，或没有位置可标</translation>
    </message>
    <message>
        <source>left out of the public list: %1</source>
        <translation>公示名单里去掉了：%1</translation>
    </message>
    <message>
        <source>Give a number, %1 or more.</source>
        <translation>请给出一个数，不小于 %1。</translation>
    </message>
    <message>
        <source>Give a whole number, %1 or more.</source>
        <translation>请给出一个整数，不小于 %1。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no datum shift</source>
        <translation>“%1”不是基准转换参数</translation>
    </message>
    <message>
        <source>Give three numbers (dx,dy,dz in metres) or seven (and rx,ry,rz in seconds of arc, scale in millionths).</source>
        <translation>给三个数（dx,dy,dz，米）或七个数（另加 rx,ry,rz 角秒、尺度百万分之一）。</translation>
    </message>
    <message>
        <source>no accurate way from %1 to CGCS2000 is known: positions may be tens of metres off. Ask the natural resources bureau for the parameters of the county, and name them with --datum-shift</source>
        <translation>由 %1 到 CGCS2000 没有精确的转换：位置可能差几十米。请向自然资源局索取本县参数，用 --datum-shift 给出</translation>
    </message>
    <message>
        <source>%1 empty numbers, which a MapInfo table does not know, are 0 in it</source>
        <translation>MapInfo 表没有空的数字，%1 处空值写作 0</translation>
    </message>
    <message>
        <source>the database cannot be opened</source>
        <translation>数据库打不开</translation>
    </message>
    <message>
        <source>Check the address, for example &quot;PG:host=server dbname=county user=name password=...&quot;, and that the server is reached.</source>
        <translation>请检查地址，例如 &quot;PG:host=server dbname=county user=name password=...&quot;，以及能否连上服务器。</translation>
    </message>
    <message>
        <source>%1, … (%2 in all)</source>
        <translation>%1……（共 %2 个）</translation>
    </message>
    <message>
        <source>the area around the lines could not be made</source>
        <translation>无法生成线路周围的区域</translation>
    </message>
    <message>
        <source>only lines can be split</source>
        <translation>只有线可以分割</translation>
    </message>
    <message>
        <source>the line has no length</source>
        <translation>线没有长度</translation>
    </message>
    <message>
        <source>a line cannot be split at its end</source>
        <translation>不能在线的端点处分割</translation>
    </message>
    <message>
        <source>Choose a place further inside.</source>
        <translation>请选靠里的位置。</translation>
    </message>
    <message>
        <source>only lines can be merged</source>
        <translation>只有线可以合并</translation>
    </message>
    <message>
        <source>the two lines do not meet</source>
        <translation>两条线没有接上</translation>
    </message>
    <message>
        <source>Bring an end of one to an end of the other first.</source>
        <translation>先把一条线的一端移到另一条线的一端。</translation>
    </message>
    <message>
        <source>an area needs three corners</source>
        <translation>面至少要三个角</translation>
    </message>
    <message>
        <source>a line needs two points</source>
        <translation>线至少要两个点</translation>
    </message>
    <message>
        <source>a point has one position</source>
        <translation>点只有一个位置</translation>
    </message>
    <message>
        <source>Remove the feature itself instead.</source>
        <translation>请改为去掉整个要素。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no geometry</source>
        <translation>“%1”不是图形</translation>
    </message>
    <message>
        <source>Write it as WKT, e.g. LINESTRING(500000 3000000, 500100 3000000), or as positions: 500000 3000000, 500100 3000000.</source>
        <translation>请写成 WKT，如 LINESTRING(500000 3000000, 500100 3000000)，或写成位置：500000 3000000, 500100 3000000。</translation>
    </message>
    <message>
        <source>%1, figure %2</source>
        <translation>%1，数字 %2</translation>
    </message>
    <message>
        <source>the project has no coordinate system yet</source>
        <translation>项目还没有坐标系</translation>
    </message>
    <message>
        <source>Import data with positions first, or make the project with one.</source>
        <translation>请先导入有位置的数据，或新建项目时指定坐标系。</translation>
    </message>
    <message>
        <source>a new feature needs a position</source>
        <translation>新要素须有位置</translation>
    </message>
    <message>
        <source>taken over from %1, of which it was a part</source>
        <translation>承接自 %1，原为其一部分</translation>
    </message>
    <message>
        <source>its share after a split</source>
        <translation>分割后所占的部分</translation>
    </message>
    <message>
        <source>with what it was merged with</source>
        <translation>含并入的部分</translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot simply be removed: figures of past days rest on %n entries of the ledger</source>
        <translation>
            <numerusform>不能直接去掉 %1：过去各日的数字依据台账中的 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark it with a status that takes it out of the count. If it was entered by mistake, remove it with its entries: they are taken back, and stay readable.</source>
        <translation>请标记为不计入的状态。如属误录，可连同记录一起去掉：记录将撤回，仍可查看。</translation>
    </message>
    <message>
        <source>the feature was removed</source>
        <translation>要素已去掉</translation>
    </message>
    <message>
        <source>feature %1 of layer %2 is named twice</source>
        <translation>图层 %2 的要素 %1 出现两次</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>无图形</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not what the field holds</source>
        <translation>%1：“%2”不符合字段要求</translation>
    </message>
    <message>
        <source>the geometry is empty</source>
        <translation>图形为空</translation>
    </message>
    <message>
        <source>layer %1 holds %2, not %3</source>
        <translation>图层 %1 存放%2，不是%3</translation>
    </message>
    <message>
        <source>the geometry has positions that are no numbers</source>
        <translation>图形中有的位置不是数字</translation>
    </message>
    <message>
        <source>the geometry is not valid: %1</source>
        <translation>图形无效：%1</translation>
    </message>
    <message>
        <source>A border must not cross itself; a line needs two different points.</source>
        <translation>边界不能自相交；线须有两个不同的点。</translation>
    </message>
    <message>
        <source>%1 %2 is taken by feature %3</source>
        <translation>%1 %2 已被要素 %3 占用</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请换一个。</translation>
    </message>
    <message>
        <source>the ledger does not say the same of %1 and %2 from %3 on</source>
        <translation>自 %3 起，台账对 %1 和 %2 的记录不同</translation>
    </message>
    <message>
        <source>Merged, all of it would have stood as %1 does, and figures of past days would change. Say so if that is meant.</source>
        <translation>合并后全部按 %1 的记录计，过去各日的数字会改变。确要如此请说明。</translation>
    </message>
    <message>
        <source>split %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>a feature cannot be merged with itself</source>
        <translation>要素不能与自己合并</translation>
    </message>
    <message>
        <source>merged %1 with %2</source>
        <translation>把 %2 并入 %1</translation>
    </message>
    <message>
        <source>only lines have a direction</source>
        <translation>只有线有方向</translation>
    </message>
    <message>
        <source>turned %1 round</source>
        <translation>把 %1 掉头</translation>
    </message>
    <message>
        <source>the project is no file</source>
        <translation>项目不是文件</translation>
    </message>
    <message>
        <source>another result is kept as &apos;%1&apos;</source>
        <translation>已有一个结果名为“%1”</translation>
    </message>
    <message>
        <source>Choose another name, or remove that one.</source>
        <translation>请换个名称，或删除那一个。</translation>
    </message>
    <message>
        <source>no result is kept under the number %1</source>
        <translation>没有编号为 %1 的结果</translation>
    </message>
    <message>
        <source>kept the result %1</source>
        <translation>保留结果 %1</translation>
    </message>
    <message>
        <source>a kept result needs a name</source>
        <translation>保留的结果要有名称</translation>
    </message>
    <message>
        <source>renamed the result %1 to %2</source>
        <translation>结果 %1 改名为 %2</translation>
    </message>
    <message>
        <source>removed the result %1</source>
        <translation>删除结果 %1</translation>
    </message>
    <message>
        <source>the result %1 proposes no steps</source>
        <translation>结果 %1 没有提出步骤</translation>
    </message>
    <message numerus="yes">
        <source>adopted the result %1: %n steps</source>
        <translation>
            <numerusform>采纳结果 %1：%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>run %1: %2 (%3)</source>
        <translation>计算结果 %1：%2（%3）</translation>
    </message>
    <message>
        <source>the layer %1 is not there any more</source>
        <translation>图层 %1 已不存在</translation>
    </message>
    <message>
        <source>the layer %1 has changed</source>
        <translation>图层 %1 有变动</translation>
    </message>
    <message>
        <source>the ledger has newer entries</source>
        <translation>台账有更新的记录</translation>
    </message>
    <message>
        <source>no result is kept under the name or number %1</source>
        <translation>没有名称或编号为 %1 的结果</translation>
    </message>
    <message>
        <source>Keep one with &apos;cuntu run … --keep NAME&apos;.</source>
        <translation>用“cuntu run … --keep 名称”保留一个。</translation>
    </message>
    <message>
        <source>the project has no layer %1, whose stretches these are</source>
        <translation>项目里没有图层 %1，这些区间无从落位</translation>
    </message>
    <message>
        <source>Import that layer first.</source>
        <translation>请先导入该图层。</translation>
    </message>
    <message>
        <source>the same stretch as in row %1</source>
        <translation>与第 %1 行是同一区间</translation>
    </message>
    <message>
        <source>%1 is not drawn, so that nothing can be placed along it</source>
        <translation>%1 没有图形，无法按桩号落位</translation>
    </message>
    <message>
        <source>the stretch from %1 to %2 does not begin before it ends</source>
        <translation>区间 %1 至 %2：起点不在止点之前</translation>
    </message>
    <message>
        <source>the stretch ends at %1, behind the last station of %2, %3</source>
        <translation>区间止于 %1，超出 %2 的终点桩号 %3</translation>
    </message>
    <message>
        <source>%1 lies a little behind the last station: taken for %2</source>
        <translation>%1 略超终点桩号，按 %2 计</translation>
    </message>
    <message>
        <source>layer %1 has no %2 %3</source>
        <translation>图层 %1 中没有%2 %3</translation>
    </message>
    <message>
        <source>the feature has changed meanwhile</source>
        <translation>要素已被改动</translation>
    </message>
    <message>
        <source>Look at it again, and repeat what you did.</source>
        <translation>请看过后重做一次。</translation>
    </message>
    <message>
        <source>there is no stretch of the line</source>
        <translation>此处没有线段</translation>
    </message>
    <message>
        <source>closed around %1 m2: the outline of an area, or a ring?</source>
        <translation>首尾相接，围住 %1 平方米：是面的轮廓，还是环线？</translation>
    </message>
    <message>
        <source>%1 lines, %2 km, that hang together with no others</source>
        <translation>%1 条线、%2 公里，与其他线不相连</translation>
    </message>
    <message>
        <source>no vertex of it lies in any township</source>
        <translation>没有一个顶点落在任何乡镇内</translation>
    </message>
    <message>
        <source>an end stands %1 m out of %2</source>
        <translation>一端越过 %2 出头 %1 米</translation>
    </message>
    <message>
        <source>crosses %1 without a vertex: a junction, or a bridge?</source>
        <translation>与 %1 相交而没有结点：是路口，还是立交？</translation>
    </message>
    <message>
        <source>removed; what the ledger says of it is taken back (%1)</source>
        <translation>去掉，台账中对它的记录撤回（%1）</translation>
    </message>
    <message>
        <source>%1 vertices before, %2 after</source>
        <translation>顶点由 %1 个变为 %2 个</translation>
    </message>
    <message>
        <source>the terrain model &apos;%1&apos; cannot be turned into %2</source>
        <translation>地形文件“%1”无法转换到 %2</translation>
    </message>
    <message>
        <source>the raster &apos;%1&apos; cannot be written</source>
        <translation>无法写栅格“%1”</translation>
    </message>
    <message>
        <source>Check that the folder is there, may be written to and has room.</source>
        <translation>请确认文件夹存在、可写且有空间。</translation>
    </message>
    <message>
        <source>criterion &apos;%1&apos;: %2</source>
        <translation>因子“%1”：%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no measure</source>
        <translation>“%1”不是量值</translation>
    </message>
    <message>
        <source>Measures are: %1.</source>
        <translation>可用的量值：%1。</translation>
    </message>
    <message>
        <source>the layer is missing</source>
        <translation>缺少图层</translation>
    </message>
    <message>
        <source>Name the layer, or the file of a raster.</source>
        <translation>写明图层，或栅格文件。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; chooses no features</source>
        <translation>“%1”挑不出要素</translation>
    </message>
    <message>
        <source>Write it as field=value|value.</source>
        <translation>写成 字段=值|值。</translation>
    </message>
    <message>
        <source>weight, least and most are no numbers that fit</source>
        <translation>weight、least、most 不是合适的数</translation>
    </message>
    <message>
        <source>The weight is a number from 0 on, least and most are shares of all weights, 0 to 1.</source>
        <translation>权重为不小于 0 的数，least 和 most 为占全部权重的比例，0 至 1。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no limit</source>
        <translation>“%1”不是限值</translation>
    </message>
    <message>
        <source>Write &apos;&gt; 25&apos; where land above 25 is out, &apos;&lt; 50&apos; where land below 50 is.</source>
        <translation>大于 25 排除写“&gt; 25”，小于 50 排除写“&lt; 50”。</translation>
    </message>
    <message>
        <source>its id is not of lower-case letters, digits and _</source>
        <translation>编号只能用小写字母、数字和 _</translation>
    </message>
    <message>
        <source>its role &apos;%1&apos; is neither criterion nor exclusion</source>
        <translation>角色“%1”既不是 criterion 也不是 exclusion</translation>
    </message>
    <message>
        <source>layer %1 has no polygons</source>
        <translation>图层 %1 没有面</translation>
    </message>
    <message>
        <source>Choose a layer of areas.</source>
        <translation>选择一个面图层。</translation>
    </message>
    <message>
        <source>the land has %1 million cells of %2 m</source>
        <translation>范围内有 %1 百万个 %2 米的栅格</translation>
    </message>
    <message>
        <source>Take cells of at least %1 m, or a smaller area.</source>
        <translation>栅格至少取 %1 米，或缩小范围。</translation>
    </message>
    <message>
        <source>the terrain model has no heights for %1 of %2 km² (%3 %)</source>
        <translation>地形文件在 %2 平方公里中有 %1 平方公里没有高程（%3%）</translation>
    </message>
    <message>
        <source>Choose a terrain model that covers the area.</source>
        <translation>选择覆盖该范围的地形文件。</translation>
    </message>
    <message>
        <source>%1 is left out: the project has nothing in layer %2</source>
        <translation>略去“%1”：项目的图层 %2 没有内容</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not come onto the grid</source>
        <translation>“%1”无法对到栅格上</translation>
    </message>
    <message>
        <source>no feature of layer %1 that counts for %2 lies on this land</source>
        <translation>图层 %1 中没有可用于“%2”的要素在此范围内</translation>
    </message>
    <message>
        <source>Take the criterion out, or mark it as optional.</source>
        <translation>去掉该因子，或标为可缺(optional)。</translation>
    </message>
    <message>
        <source>%1 is left out: %2</source>
        <translation>略去“%1”：%2</translation>
    </message>
    <message>
        <source>criterion &apos;%1&apos; is there twice</source>
        <translation>因子“%1”重复</translation>
    </message>
    <message>
        <source>Give each criterion and exclusion an id of its own.</source>
        <translation>每个因子和限制各用一个编号。</translation>
    </message>
    <message>
        <source>Reading heights</source>
        <translation>读取高程</translation>
    </message>
    <message>
        <source>no criterion can be measured</source>
        <translation>没有可测算的因子</translation>
    </message>
    <message>
        <source>a patch of at least %1 and at most %2 m² cannot be</source>
        <translation>不可能有不小于 %1 且不大于 %2 平方米的地块</translation>
    </message>
    <message>
        <source>Let the largest area be at least the smallest one.</source>
        <translation>最大面积应不小于最小面积。</translation>
    </message>
    <message>
        <source>values and limits of weights are not given for the same criteria</source>
        <translation>得分与权重上下限的因子不一致</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no curve of values: %2</source>
        <translation>“%1”不是得分曲线：%2</translation>
    </message>
    <message>
        <source>Write it as &apos;linear 0=1 15=0.6 25=0&apos;, &apos;sigmoid 1000 -200&apos; (middle, spread) or &apos;classes 1=1 else=0&apos;.</source>
        <translation>写成“linear 0=1 15=0.6 25=0”、“sigmoid 1000 -200”(中点、宽度)或“classes 1=1 else=0”。</translation>
    </message>
    <message>
        <source>a sigmoid has a middle and a spread that is not 0</source>
        <translation>S 形曲线要有中点和不为 0 的宽度</translation>
    </message>
    <message>
        <source>&apos;%1&apos; gives no value from 0 to 1</source>
        <translation>“%1”没有给出 0 至 1 的得分</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number</source>
        <translation>“%1”不是数</translation>
    </message>
    <message>
        <source>%1 does not come after %2</source>
        <translation>%1 不在 %2 之后</translation>
    </message>
    <message>
        <source>it has no points</source>
        <translation>没有点</translation>
    </message>
    <message>
        <source>it begins with neither linear, sigmoid nor classes</source>
        <translation>开头不是 linear、sigmoid 或 classes</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no criterion here</source>
        <translation>这里没有因子“%1”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no exclusion here</source>
        <translation>这里没有限制“%1”</translation>
    </message>
    <message>
        <source>no weighting is within the limits and orders: %1</source>
        <translation>没有符合上下限和次序的权重：%1</translation>
    </message>
    <message>
        <source>Widen the limits of a weight, or drop an order.</source>
        <translation>放宽某个权重的上下限，或去掉一条次序。</translation>
    </message>
    <message>
        <source>a weight from %1 to %2 cannot be</source>
        <translation>权重不可能从 %1 到 %2</translation>
    </message>
    <message>
        <source>the least weights sum to %1, more than 1</source>
        <translation>权重下限合计 %1，超过 1</translation>
    </message>
    <message>
        <source>the largest weights sum to %1, less than 1</source>
        <translation>权重上限合计 %1，不足 1</translation>
    </message>
    <message>
        <source>limits and orders contradict each other</source>
        <translation>上下限与次序矛盾</translation>
    </message>
    <message>
        <source>a pair of criteria is judged twice, or is none</source>
        <translation>有一对因子判断了两次，或不成对</translation>
    </message>
    <message>
        <source>Judge each pair of two criteria once.</source>
        <translation>每两个因子只判断一次。</translation>
    </message>
    <message>
        <source>a judgement of %1 is outside 1/9 to 9</source>
        <translation>判断值 %1 不在 1/9 至 9 之间</translation>
    </message>
    <message>
        <source>Say from 1 (as important) to 9 (extremely more), or one over that.</source>
        <translation>取 1(同样重要)至 9(极端重要)，或其倒数。</translation>
    </message>
    <message>
        <source>a weight of %1 is not a number from 0 on</source>
        <translation>权重 %1 不是不小于 0 的数</translation>
    </message>
    <message>
        <source>Give each criterion a weight of 0 or more.</source>
        <translation>每个因子的权重应不小于 0。</translation>
    </message>
    <message>
        <source>all weights are 0</source>
        <translation>权重全为 0</translation>
    </message>
    <message>
        <source>Give at least one criterion a weight above 0.</source>
        <translation>至少给一个因子大于 0 的权重。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; gives no criterion a weight</source>
        <translation>“%1”没有给因子权重</translation>
    </message>
    <message>
        <source>Write weights as &apos;slope=3; walk=1&apos;, each criterion once, from 0 on.</source>
        <translation>权重写成“slope=3; walk=1”，每个因子一次，不小于 0。</translation>
    </message>
    <message>
        <source>%1 factors or speeds of walking are given for %2 cells</source>
        <translation>给了 %1 个步行系数或速度，而栅格有 %2 个</translation>
    </message>
    <message>
        <source>Give one for each cell of the terrain.</source>
        <translation>每个栅格给一个。</translation>
    </message>
    <message>
        <source>none of the %1 places to walk to has a known height</source>
        <translation>%1 个目的地都没有高程</translation>
    </message>
    <message>
        <source>Choose a terrain model that covers them.</source>
        <translation>选择覆盖它们的地形文件。</translation>
    </message>
    <message>
        <source>none of the %1 places to walk to lies on the terrain model</source>
        <translation>%1 个目的地都不在地形文件范围内</translation>
    </message>
    <message>
        <source>the year or month of the columns is that of &apos;%1&apos;</source>
        <translation>各列的年份或月份取自“%1”</translation>
    </message>
    <message>
        <source>the columns are periods (&apos;%1&apos;), but of which year or month is said nowhere</source>
        <translation>这些列是时段（“%1”），但没有说明是哪一年或哪一月</translation>
    </message>
    <message>
        <source>Say it with --set %1=2019 or %1=2019-06, or in the name of the file.</source>
        <translation>请用 --set %1=2019 或 %1=2019-06 说明，或写在文件名里。</translation>
    </message>
    <message>
        <source>the columns of %1 are in several units: %2</source>
        <translation>%1 的各列单位不一：%2</translation>
    </message>
    <message>
        <source>Bring them to one unit, or import them one after the other.</source>
        <translation>请统一单位，或分次导入。</translation>
    </message>
    <message>
        <source>%1 is in %2: its numbers were converted to %3</source>
        <translation>%1 的单位是 %2，已换算为 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n columns are periods: each became a row</source>
        <translation>
            <numerusform>%n 列是时段，每列成为一行</numerusform>
        </translation>
    </message>
    <message>
        <source>of which year or month &apos;%1&apos; is, is said nowhere</source>
        <translation>没有说明“%1”是哪一年或哪一月</translation>
    </message>
    <message>
        <source>calendar %1</source>
        <translation>日历 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>name of a field: what it holds → what it would hold</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>everything that the result %1 proposes is there already</source>
        <translation>结果 %1 提出的内容都已录入</translation>
    </message>
    <message>
        <source>more</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>less</source>
        <translation>越小越好</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>优劣方向</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最优</translation>
    </message>
    <message>
        <source>%1 (in words)</source>
        <translation>%1（文字）</translation>
    </message>
    <message>
        <source>best in figures, of %1</source>
        <translation>最优项数（共 %1 项）</translation>
    </message>
    <message>
        <source>★ marks the best value of a row, where it is declared which way is better.</source>
        <translation>★ 表示该行最优的值；没有写明优劣方向的行不标。</translation>
    </message>
    <message>
        <source>a comparison cannot be written as &apos;%1&apos;</source>
        <translation>比较不能写成“%1”</translation>
    </message>
    <message>
        <source>the file of arrays is damaged</source>
        <translation>数组文件已损坏</translation>
    </message>
    <message>
        <source>not a file of arrays that this program knows</source>
        <translation>不是本程序认识的数组文件</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>文件无法写入</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>the file of arrays is of another state</source>
        <translation>数组文件属于另一状态</translation>
    </message>
    <message>
        <source>%1 costs are given for %2 cells, or some of them are negative</source>
        <translation>给了 %1 个费用，格子有 %2 个，或有的费用为负</translation>
    </message>
    <message>
        <source>Give one for each cell, 0 where it is closed.</source>
        <translation>每格给一个费用，不能通过的为 0。</translation>
    </message>
    <message>
        <source>none of the %1 places to lead to can be reached</source>
        <translation>要通到的 %1 处都到不了</translation>
    </message>
    <message>
        <source>Leave out what closes the land around them.</source>
        <translation>去掉把它们围住的图层。</translation>
    </message>
    <message>
        <source>the sites that cbc chose break the conditions or cost more than it says</source>
        <translation>cbc 选的点不满足条件，或目标值高于所说</translation>
    </message>
    <message>
        <source>the program cbc gave no answer that can be used: %1</source>
        <translation>程序 cbc 没有给出可用的结果：%1</translation>
    </message>
    <message>
        <source>solve with the own search alone, or install coinor-cbc again</source>
        <translation>只用本程序的搜索求解，或重新安装 coinor-cbc</translation>
    </message>
    <message>
        <source>it does not keep to its time</source>
        <translation>它没有按时结束</translation>
    </message>
    <message>
        <source>CBC is solving</source>
        <translation>CBC 求解中</translation>
    </message>
    <message>
        <source>it ended by a signal</source>
        <translation>它被信号中止</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>它以代码 %1 结束</translation>
    </message>
    <message>
        <source>it wrote no solution</source>
        <translation>它没有写出解</translation>
    </message>
    <message>
        <source>a line of its solution cannot be read</source>
        <translation>解文件中有一行无法读取</translation>
    </message>
    <message>
        <source>it says that there is no solution, but one is known</source>
        <translation>它说无解，但已知有解</translation>
    </message>
    <message>
        <source>it says &apos;%1&apos;</source>
        <translation>它说“%1”</translation>
    </message>
    <message>
        <source>its solution breaks the conditions or does not cost what it says</source>
        <translation>它的解不满足条件，或目标值与所说不符</translation>
    </message>
    <message>
        <source>its bound is above a solution that is known</source>
        <translation>它的界高于已知的解</translation>
    </message>
    <message>
        <source>the program cbc is not installed</source>
        <translation>没有安装程序 cbc</translation>
    </message>
    <message>
        <source>install the package coinor-cbc, or solve with the own search alone</source>
        <translation>安装 coinor-cbc 包，或只用本程序的搜索求解</translation>
    </message>
    <message>
        <source>the problem for cbc cannot be written to the temporary folder</source>
        <translation>无法把问题写入 cbc 用的临时文件夹</translation>
    </message>
    <message>
        <source>make room there, or solve with the own search alone</source>
        <translation>腾出空间，或只用本程序的搜索求解</translation>
    </message>
    <message>
        <source>the problem is too large for CBC: %L1 pairs, %L2 at most</source>
        <translation>问题对 CBC 太大：%L1 对，至多 %L2 对</translation>
    </message>
</context>
<context>
    <name>cuntu::Folder</name>
    <message>
        <source>the project is written as a whole</source>
        <translation>项目只能整个写出</translation>
    </message>
    <message>
        <source>Leave area and keys out, or export single layers.</source>
        <translation>请不要限定区划和编号，或单独导出图层。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>建不了文件夹</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换个地方。</translation>
    </message>
    <message>
        <source>the project has no layer %1</source>
        <translation>项目没有图层 %1</translation>
    </message>
</context>
<context>
    <name>cuntu::MapView</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Arrow keys move the map, plus and minus zoom, the context menu key opens the menu</source>
        <translation>方向键平移地图，加减号缩放，菜单键打开菜单</translation>
    </message>
</context>
<context>
    <name>cuntu::Maps</name>
    <message>
        <source>the raster cannot be read</source>
        <translation>栅格无法读取</translation>
    </message>
    <message>
        <source>check that the file is complete and of a kind GDAL reads</source>
        <translation>请检查文件是否完整、格式是否受支持</translation>
    </message>
    <message>
        <source>the raster does not say in which reference system it is</source>
        <translation>栅格没有坐标系信息</translation>
    </message>
    <message>
        <source>give it one, for instance with a .prj file</source>
        <translation>请补充，例如添加 .prj 文件</translation>
    </message>
    <message>
        <source>a page with texts cannot be drawn: no fonts in this process</source>
        <translation>无法绘制带文字的页面：没有可用字体</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>the map cannot be written: %1</source>
        <translation>地图无法写出：%1</translation>
    </message>
    <message>
        <source>choose another folder or free some space</source>
        <translation>请换一个文件夹或腾出空间</translation>
    </message>
    <message>
        <source>maps are written as .png, .svg or .pdf</source>
        <translation>地图可写为 .png、.svg 或 .pdf</translation>
    </message>
    <message>
        <source>give the file one of these endings</source>
        <translation>请使用其中一种扩展名</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>the map could not be drawn</source>
        <translation>地图无法绘制</translation>
    </message>
    <message>
        <source>a picture of %1 by %2 pixels cannot be drawn</source>
        <translation>无法绘制 %1×%2 像素的图片</translation>
    </message>
    <message>
        <source>choose a size from 1 to %1 pixels</source>
        <translation>请选择 1 到 %1 像素之间的尺寸</translation>
    </message>
    <message>
        <source>layer %1: its style needs the field &apos;%2&apos;, which is not there or not fit for it</source>
        <translation>图层 %1：样式需要字段“%2”，但没有该字段或类型不符</translation>
    </message>
    <message>
        <source>choose another field in the layer&apos;s style</source>
        <translation>请在图层样式中换一个字段</translation>
    </message>
    <message>
        <source>labels were left out: no fonts in this process</source>
        <translation>未绘注记：没有可用字体</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a colour such as #1f78b4</source>
        <translation>颜色，例如 #1f78b4</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1%2 should be %3</source>
        <translation>%1%2 应为%3</translation>
    </message>
    <message>
        <source>%1 should be an object</source>
        <translation>%1 应为对象</translation>
    </message>
    <message>
        <source>this is not a layer style: %1</source>
        <translation>这不是图层样式：%1</translation>
    </message>
    <message>
        <source>choose the default style of the layer</source>
        <translation>请改用图层的默认样式</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation>文件写不了：%1</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file in other programs.</source>
        <translation>请换个文件夹，或在别的程序里关闭这个文件。</translation>
    </message>
    <message>
        <source>the raster does not say where it lies</source>
        <translation>栅格没有说明自己的位置</translation>
    </message>
    <message>
        <source>Give it a coordinate system and a position first, for example with gdal_translate -a_srs.</source>
        <translation>请先给它坐标系和位置，例如用 gdal_translate -a_srs。</translation>
    </message>
    <message>
        <source>a poster of %1 × %2 pixels is too small</source>
        <translation>%1 × %2 像素的挂图太小</translation>
    </message>
    <message>
        <source>Its shorter side must have 400 at least.</source>
        <translation>短边至少要有 400 像素。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>area: number of things left</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>area and number – who is responsible</comment>
        <translation>%1&#x3000;责任：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>and %n more areas</source>
        <translation>
            <numerusform>另有 %n 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>this is no address of map tiles</source>
        <translation>这不是瓦片地址</translation>
    </message>
    <message>
        <source>It begins with https:// and holds {z}, {x} and {y}.</source>
        <translation>地址以 https:// 开头，并含 {z}、{x} 和 {y}。</translation>
    </message>
    <message>
        <source>Tianditu: map</source>
        <translation>天地图：矢量</translation>
    </message>
    <message>
        <source>Tianditu: names on the map</source>
        <translation>天地图：矢量注记</translation>
    </message>
    <message>
        <source>Tianditu: aerial pictures</source>
        <translation>天地图：影像</translation>
    </message>
    <message>
        <source>Tianditu: names on the pictures</source>
        <translation>天地图：影像注记</translation>
    </message>
    <message>
        <source>Tianditu: terrain</source>
        <translation>天地图：地形</translation>
    </message>
    <message>
        <source>the classes: the layer has no field &apos;%1&apos;</source>
        <translation>分类：图层没有字段“%1”</translation>
    </message>
    <message>
        <source>this is no style of a layer: %1</source>
        <translation>这不是图层样式：%1</translation>
    </message>
    <message>
        <source>Save the style in QGIS as a QML or SLD file of a vector layer.</source>
        <translation>请在 QGIS 里把矢量图层的样式另存为 QML 或 SLD 文件。</translation>
    </message>
    <message>
        <source>a style is a .qml or .sld file</source>
        <translation>样式文件应为 .qml 或 .sld</translation>
    </message>
    <message>
        <source>the file is too large for a style</source>
        <translation>文件太大，不像样式文件</translation>
    </message>
    <message>
        <source>how colours blend with what is below</source>
        <translation>与下层颜色的混合方式</translation>
    </message>
    <message>
        <source>the way of drawing &apos;%1&apos;: what it is made of is drawn instead</source>
        <translation>“%1”渲染方式：改画其中的符号</translation>
    </message>
    <message>
        <source>the way of drawing &apos;%1&apos;</source>
        <translation>“%1”渲染方式</translation>
    </message>
    <message>
        <source>the weights of the density: the layer has no field &apos;%1&apos;</source>
        <translation>密度的权重：图层没有字段“%1”</translation>
    </message>
    <message>
        <source>labels by rules</source>
        <translation>按规则的标注</translation>
    </message>
    <message>
        <source>the labels: the layer has no field &apos;%1&apos;</source>
        <translation>标注：图层没有字段“%1”</translation>
    </message>
    <message>
        <source>the scale from which on the layer is too near to be drawn</source>
        <translation>放大到一定比例后不显示的限制</translation>
    </message>
    <message>
        <source>it holds no symbols of a vector layer</source>
        <translation>里面没有矢量图层的符号</translation>
    </message>
    <message>
        <source>rules that are more than values of one field</source>
        <translation>不只按一个字段取值的规则</translation>
    </message>
    <message>
        <source>further rules: the first symbol serves for all</source>
        <translation>其余规则：统一用第一个符号</translation>
    </message>
    <message>
        <source>symbols of rasters</source>
        <translation>栅格符号</translation>
    </message>
    <message>
        <source>pictures as markers: a circle stands for them</source>
        <translation>图片标记：以圆代替</translation>
    </message>
    <message>
        <source>the marker &apos;%1&apos;: a circle stands for it</source>
        <translation>标记“%1”：以圆代替</translation>
    </message>
    <message>
        <source>further layers of lines</source>
        <translation>更多的线层</translation>
    </message>
    <message>
        <source>patterns of fills: a hatch stands for them</source>
        <translation>填充图案：以斜线代替</translation>
    </message>
    <message>
        <source>sizes in units of the map: they are taken as millimetres, at most 5</source>
        <translation>以地图单位计的大小：按毫米取，最多 5</translation>
    </message>
    <message>
        <source>properties that follow the data</source>
        <translation>随数据变化的属性</translation>
    </message>
    <message>
        <source>symbols of kind %1: a circle stands for them</source>
        <translation>%1 类符号：以圆代替</translation>
    </message>
    <message>
        <source>further layers of markers</source>
        <translation>更多的标记层</translation>
    </message>
    <message>
        <source>lines of kind %1</source>
        <translation>%1 类线</translation>
    </message>
    <message>
        <source>fills of kind %1</source>
        <translation>%1 类填充</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>what follows &apos;%1&apos;: the layer has no such field</source>
        <translation>随“%1”变化的属性：图层没有这个字段</translation>
    </message>
    <message>
        <source>rules inside the rule &apos;%1&apos;</source>
        <translation>规则“%1”里面的规则</translation>
    </message>
    <message>
        <source>the rule &apos;%1&apos;: it asks for more than values of the layer&apos;s fields</source>
        <translation>规则“%1”：它问的不只是图层字段的值</translation>
    </message>
    <message>
        <source>the clusters: they are drawn with one symbol only</source>
        <translation>聚合：只能用单一符号画</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 ≠ %2</source>
        <translation>%1 ≠ %2</translation>
    </message>
    <message>
        <source>%1 &lt; %2</source>
        <translation>%1 &lt; %2</translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation>%1 ≤ %2</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>%1 ≥ %2</source>
        <translation>%1 ≥ %2</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1 含“%2”</translation>
    </message>
    <message>
        <source>%1 begins with %2</source>
        <translation>%1 以“%2”开头</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>%1 is not empty</source>
        <translation>%1 不为空</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>%1picture should be no longer than %2 bytes</source>
        <translation>%1picture 不应超过 %2 字节</translation>
    </message>
</context>
<context>
    <name>cuntu::Photos</name>
    <message>
        <source>the picture is larger than 200 MB</source>
        <translation>图片超过 200 MB</translation>
    </message>
</context>
<context>
    <name>cuntu::Poster</name>
    <message>
        <source>Known: %1</source>
        <translation>可用：%1</translation>
    </message>
    <message>
        <source>there is no paper of size %1</source>
        <translation>没有 %1 这种纸张</translation>
    </message>
    <message>
        <source>there is no overlay %1</source>
        <translation>没有专题 %1</translation>
    </message>
    <message>
        <source>there is no area %1</source>
        <translation>没有区域 %1</translation>
    </message>
    <message>
        <source>a map for the public needs the number of its review</source>
        <translation>公开的地图须有审图号</translation>
    </message>
    <message>
        <source>Give the number, or mark the map as for internal use.</source>
        <translation>请填写审图号，或标为内部使用。</translation>
    </message>
    <message>
        <source>there is nothing with a position to draw</source>
        <translation>没有可以绘制的位置</translation>
    </message>
    <message>
        <source>Import villages, settlements or another layer first.</source>
        <translation>请先导入行政村、自然村或其他图层。</translation>
    </message>
    <message>
        <source>The programme has no main figure.</source>
        <translation>该项目没有主要指标。</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Still to be done: %1</source>
        <translation>还没有完成：%1</translation>
    </message>
    <message>
        <source>Nothing is left.</source>
        <translation>全部完成。</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未归属</translation>
    </message>
    <message>
        <source>%1 – state as of %2</source>
        <translation>%1&#x3000;截至 %2</translation>
    </message>
    <message>
        <source>Internal use</source>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>Map review no. %1</source>
        <translation>审图号：%1</translation>
    </message>
    <message>
        <source>Source: %1, %2</source>
        <translation>资料来源：%1，%2</translation>
    </message>
    <message>
        <source>As of %1 · revision %2</source>
        <translation>截至 %1 · 修订 %2</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>cuntu::Reports</name>
    <message>
        <source>Left: %1</source>
        <translation>剩余：%1</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>cuntu::Sheet</name>
    <message>
        <source>%1: %2 (%3 of %4)</source>
        <translation>%1：%2（%3/%4）</translation>
    </message>
    <message>
        <source>there is nothing with a position to draw</source>
        <translation>没有带位置、可以画的内容</translation>
    </message>
    <message>
        <source>Import villages, settlements or another layer first.</source>
        <translation>请先导入行政村、自然村或其他图层。</translation>
    </message>
    <message>
        <source>As of %1 · revision %2</source>
        <translation>截至 %1 · 修订号 %2</translation>
    </message>
    <message>
        <source>Internal use</source>
        <translation>内部使用</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::AdoptDialog</name>
    <message>
        <source>Adopt &apos;%1&apos; into the plan</source>
        <translation>采纳“%1”进计划</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <translation>拒绝的原因</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Looking at what would be entered…</source>
        <translation>正在核对会写入什么……</translation>
    </message>
    <message>
        <source>Enter into the ledger</source>
        <translation>写入台账</translation>
    </message>
    <message>
        <source>&amp;Who enters it</source>
        <translation>谁写入(&amp;W)</translation>
    </message>
    <message>
        <source>Looking at what would be entered</source>
        <translation>核对会写入什么</translation>
    </message>
    <message>
        <source>The result is out of date: %1. Run it again, or adopt it all the same.</source>
        <translation>结果已过时：%1。请重新计算，或照样采纳。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) are at the step already and are left out.</source>
        <translation>
            <numerusform>%n 处已在这一步，不再写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) are refused; nothing is entered until they are settled:</source>
        <translation>
            <numerusform>%n 步被拒绝；解决之前什么也不写入：</numerusform>
        </translation>
    </message>
    <message>
        <source>Say who enters it.</source>
        <translation>请填写由谁写入。</translation>
    </message>
    <message>
        <source>Correct what is refused, or run the algorithm again.</source>
        <translation>请改正被拒绝的，或重新计算。</translation>
    </message>
    <message>
        <source>There is nothing left to enter.</source>
        <translation>没有要写入的了。</translation>
    </message>
    <message>
        <source>All of it is one action: Ctrl+Z takes it back.</source>
        <translation>全部作为一次操作写入：Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>sets %1</source>
        <translation>填写“%1”</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::AlertPanel</name>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Light now</source>
        <translation>当前灯色</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Must act</source>
        <translation>该谁办</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最近一步</translation>
    </message>
    <message>
        <source>Which alerts</source>
        <translation>哪些预警</translation>
    </message>
    <message>
        <source>open ones</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>认领…</translation>
    </message>
    <message>
        <source>Supervise…</source>
        <translation>督办…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>解决…</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>核实销号…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>未定年份</translation>
    </message>
    <message>
        <source>Open a project to see its alerts.</source>
        <translation>打开项目后在此看预警。</translation>
    </message>
    <message>
        <source>No targets yet, so nothing can be in danger. Import targets with Ctrl+I, or make one in the Milestones panel.</source>
        <translation>还没有目标，也就谈不上预警。按 Ctrl+I 导入目标，或在“里程碑”面板新建。</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) in danger as of %1. &apos;Look again&apos; records them as alerts.</source>
        <translation>
            <numerusform>截至%1有 %n 个目标有危险。按“重新检查”记为预警。</numerusform>
        </translation>
    </message>
    <message>
        <source>No open alerts. &apos;Look again&apos; judges all targets on the shown day.</source>
        <translation>没有未销号的预警。按“重新检查”，以所示日期评判全部目标。</translation>
    </message>
    <message>
        <source>%1 open, %2 of them not acknowledged</source>
        <translation>未销号 %1 条，其中未认领 %2 条</translation>
    </message>
    <message>
        <source>   as of %1: %2 more in danger, %3 no longer – &apos;Look again&apos; records it</source>
        <translation>   截至%1：新增危险 %2 条，已解除 %3 条，按“重新检查”入账</translation>
    </message>
    <message>
        <source>Judges all targets as of %1 and keeps what is in danger. This cannot be taken back; the steps of an alert can.</source>
        <translation>以%1为准评判全部目标，把有危险的记入项目。此举不能撤销；预警的各步可以撤销。</translation>
    </message>
    <message>
        <source>Choose an alert first.</source>
        <translation>请先选一条预警。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Analysis</name>
    <message>
        <source>Reading results</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>The result is shown, but not kept: the project cannot be written now.</source>
        <translation>结果只显示、不保留：项目现在不能写入。</translation>
    </message>
    <message>
        <source>Stopped: the best so far is kept as &apos;%1&apos;.</source>
        <translation>已停止：当前最好的结果保留为“%1”。</translation>
    </message>
    <message>
        <source>The result is kept as &apos;%1&apos;. Ctrl+Z takes it out again.</source>
        <translation>结果保留为“%1”。Ctrl+Z 可撤掉。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::AnalysisPanel</name>
    <message>
        <source>Find by name, words or pinyin initials</source>
        <translation>按名称、词语或拼音首字母查找</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops; the best result so far is kept where there is one</source>
        <translation>停止；有当前最好的结果就保留</translation>
    </message>
    <message>
        <source>Choose what is to be computed in the tree above.</source>
        <translation>请在上面选择要计算什么。</translation>
    </message>
    <message>
        <source>The programme that has the algorithm %1 is not there.</source>
        <translation>没有装载含算法 %1 的项目。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>Stopped; there was no result yet.</source>
        <translation>已停止；还没有结果。</translation>
    </message>
    <message>
        <source>Runs it on the data as of the day that is shown</source>
        <translation>按当前显示日期的数据计算</translation>
    </message>
    <message>
        <source>Choose an algorithm first.</source>
        <translation>请先选择算法。</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::BoardModel</name>
    <message>
        <source>Not judged: nothing of this was promised here.</source>
        <translation>不评判：这里没有这项目标。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Out of date: nobody reported in time.</source>
        <translation>已过期：无人按时上报。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Bookmarks</name>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CaseDialog</name>
    <message>
        <source>List a problem for rectification</source>
        <translation>列入整改台账</translation>
    </message>
    <message>
        <source>of the list it is on; may be left empty</source>
        <translation>所在清单的编号，可不填</translation>
    </message>
    <message>
        <source>inspection from above</source>
        <translation>上级反馈</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>unannounced visit</source>
        <translation>暗访</translation>
    </message>
    <message>
        <source>own check</source>
        <translation>自查</translation>
    </message>
    <message>
        <source>petition</source>
        <translation>信访</translation>
    </message>
    <message>
        <source>several with 、 or ; in between</source>
        <translation>多个单位用“、”或“;”隔开</translation>
    </message>
    <message>
        <source>by</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>List it</source>
        <translation>列入台账</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>区域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;What is wrong</source>
        <translation>问题(&amp;W)</translation>
    </message>
    <message>
        <source>What is wan&amp;ted</source>
        <translation>整改要求(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>期限(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Responsible person</source>
        <translation>责任人(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Lead unit</source>
        <translation>牵头单位(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Co-operating units</source>
        <translation>配合单位(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Found by</source>
        <translation>来源(&amp;F)</translation>
    </message>
    <message>
        <source>Le&amp;vel</source>
        <translation>级别(&amp;V)</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>编号(&amp;U)</translation>
    </message>
    <message>
        <source>Da&amp;y of listing</source>
        <translation>列入日期(&amp;Y)</translation>
    </message>
    <message>
        <source>Li&amp;sted by</source>
        <translation>登记人(&amp;S)</translation>
    </message>
    <message>
        <source>Reading what is picked</source>
        <translation>正在读取所选</translation>
    </message>
    <message>
        <source>About what is picked: %1 (%2)</source>
        <translation>针对所选：%1（%2）</translation>
    </message>
    <message>
        <source>Describe the problem in a sentence.</source>
        <translation>请用一句话写明问题。</translation>
    </message>
    <message>
        <source>Choose the area it is about, by name or code.</source>
        <translation>请选定涉及的区域，可输名称或代码。</translation>
    </message>
    <message>
        <source>It is due before it is listed.</source>
        <translation>期限早于列入日期。</translation>
    </message>
    <message>
        <source>Say who lists it.</source>
        <translation>请写明登记人。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CaseList</name>
    <message>
        <source>Steps so far</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>With evidence. %1</source>
        <translation>有凭证。%1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在图上看</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CaseMarks</name>
    <message>
        <source>Placing cases</source>
        <translation>正在标注问题</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CasePanel</name>
    <message>
        <source>Rectification ledger</source>
        <translation>整改台账</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>交办给</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最近一步</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>哪些问题</translation>
    </message>
    <message>
        <source>open ones</source>
        <translation>未销号</translation>
    </message>
    <message>
        <source>overdue ones</source>
        <translation>逾期的</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>图上标注</translation>
    </message>
    <message>
        <source>A pin where a case is open; filled where one is overdue, with a number where there are several.</source>
        <translation>有未销号问题处立一个图钉；有逾期的填实，不止一个的写数。</translation>
    </message>
    <message>
        <source>Reading names</source>
        <translation>正在读取名称</translation>
    </message>
    <message>
        <source>%1
Wanted: %2</source>
        <translation>%1
要求：%2</translation>
    </message>
    <message>
        <source>Open a project to see its rectification ledger.</source>
        <translation>打开项目后在此看整改台账。</translation>
    </message>
    <message>
        <source>No problem was listed yet. Pick a place on the map, then &apos;New…&apos; lists what is wrong there: what is wanted, from whom, by when.</source>
        <translation>还没有列入问题。先在图上点选地点，再按“新建…”：什么问题、怎么改、谁负责、何时改完。</translation>
    </message>
    <message>
        <source>Nothing is overdue on the shown day.</source>
        <translation>所示日期没有逾期的。</translation>
    </message>
    <message>
        <source>Everything that was listed is struck off.</source>
        <translation>列入的问题已全部销号。</translation>
    </message>
    <message>
        <source>As of %1: %2 listed, %3 struck off, %4 overdue</source>
        <translation>截至%1：列入 %2 个，销号 %3 个，逾期 %4 个</translation>
    </message>
    <message>
        <source>   half of them within %1 days</source>
        <translation>   半数在 %1 天内销号</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>下一步…</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Choose an item first.</source>
        <translation>请先选一个问题。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CaseStepDialog</name>
    <message>
        <source>Now: %1</source>
        <translation>现状：%1</translation>
    </message>
    <message>
        <source>Wanted: %1</source>
        <translation>要求：%1</translation>
    </message>
    <message>
        <source>why – this step needs a reason</source>
        <translation>写明原因，这一步必填</translation>
    </message>
    <message>
        <source>to whom, where nobody was named</source>
        <translation>没写责任人的，写明交办给谁</translation>
    </message>
    <message>
        <source>may be left empty</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>photo or document; a copy is kept in the project</source>
        <translation>照片或文件，副本存入项目</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>凭证(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Who does it</source>
        <translation>办理人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CaseTablePanel</name>
    <message>
        <source>Copy the table, to paste it into a spreadsheet</source>
        <translation>复制表格，可粘贴到电子表格</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CheckPanel</name>
    <message>
        <source>Check the data</source>
        <translation>核查数据</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Words in rule, layer or finding</source>
        <translation>规则、图层或问题中的字词</translation>
    </message>
    <message>
        <source>Put right…</source>
        <translation>改正…</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>核查数据</translation>
    </message>
    <message>
        <source>%1 % – %2</source>
        <translation>%1 % – %2</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <comment>severity: name of the rule – how many findings</comment>
        <translation>%1：%2 – %3 条</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>and %1 more; &apos;Save the list&apos; has all of them</source>
        <translation>另有 %1 条；“保存清单”包含全部</translation>
    </message>
    <message numerus="yes">
        <source>%1: put %n feature(s) right? What changes is recorded, and Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%1：改正 %n 个要素？改动会被记录，Ctrl+Z 可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Putting right</source>
        <translation>改正</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) put right. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已改正 %n 个要素。Ctrl+Z 可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list of findings</source>
        <translation>保存问题清单</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>The list is in %1.</source>
        <translation>清单已写入 %1。</translation>
    </message>
    <message>
        <source>Looks at codes, identity numbers, geometry, areas, lines, figures and dates</source>
        <translation>核查代码、身份证号、图形、区划、线、数字和日期</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>请先打开项目。</translation>
    </message>
    <message>
        <source>Choose findings of one rule first.</source>
        <translation>请先选择同一条规则的问题。</translation>
    </message>
    <message>
        <source>These cannot be put right here. Correct them where they come from, and import again.</source>
        <translation>这些问题不能在此改正。请在来源文件中改正后重新导入。</translation>
    </message>
    <message>
        <source>Puts right what is chosen; what changes is recorded, and can be undone</source>
        <translation>改正所选的问题；改动会被记录，可以撤销</translation>
    </message>
    <message>
        <source>All findings as a table for a spreadsheet</source>
        <translation>把全部问题存为电子表格可打开的清单</translation>
    </message>
    <message>
        <source>There are no findings to save.</source>
        <translation>没有可保存的问题。</translation>
    </message>
    <message>
        <source>Open a project to check its data.</source>
        <translation>打开项目后可以核查数据。</translation>
    </message>
    <message>
        <source>The data are being checked…</source>
        <translation>正在核查…</translation>
    </message>
    <message>
        <source>&apos;Check the data&apos; looks for wrong codes and identity numbers, broken geometry, areas that overlap, positions outside their village, lines that do not meet, figures that contradict each other, and what the programmes look for.</source>
        <translation>点“核查数据”，查找错误的代码和身份证号、无效的图形、重叠的区划、村外的位置、没有接上的线、互相矛盾的数字，以及各专项自己的规则。</translation>
    </message>
    <message>
        <source>No finding fits what is chosen above.</source>
        <translation>没有符合上面条件的问题。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing found: %n rules looked at the data.</source>
        <translation>
            <numerusform>%n 条规则核查完毕，没有发现问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 errors, %2 warnings. Double click shows a finding on the map.</source>
        <translation>%1 条错误，%2 条提醒。双击在地图上查看。</translation>
    </message>
    <message>
        <source>The project has changed since: check again.</source>
        <translation>项目此后有改动：请重新核查。</translation>
    </message>
    <message>
        <source>Looking at how it is put right</source>
        <translation>正在查看如何修复</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>List for rectification…</source>
        <translation>列入整改…</translation>
    </message>
    <message>
        <source>Put right, it would be: %1</source>
        <translation>改正后为：%1</translation>
    </message>
    <message>
        <source>Makes a work order of it: who puts it right, and by when</source>
        <translation>把它列为工单：由谁、到何时改正</translation>
    </message>
    <message>
        <source>Choose one finding first.</source>
        <translation>请先选一条问题。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CompareMaps</name>
    <message>
        <source>Handle between the two maps</source>
        <translation>两幅地图的分界线</translation>
    </message>
    <message>
        <source>Drag it, or press the arrow keys, to wipe between the two maps</source>
        <translation>拖动，或按方向键，在两幅地图之间卷帘</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CompareWindow</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Figures of the results</source>
        <translation>各结果的数字</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>One map above the other, with a handle between them</source>
        <translation>一幅盖在另一幅上，中间有分界线</translation>
    </message>
    <message>
        <source>Full extent</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>项目现状</translation>
    </message>
    <message>
        <source>no overlay</source>
        <translation>无专题</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>%1: more is better</source>
        <translation>%1：越大越好</translation>
    </message>
    <message>
        <source>%1: less is better</source>
        <translation>%1：越小越好</translation>
    </message>
    <message>
        <source>Best in figures, of %1</source>
        <translation>最优项数（共 %1 项）</translation>
    </message>
    <message>
        <source>Write the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>As a workbook, CSV or ODS, or as a page to print</source>
        <translation>导出为工作簿、CSV、ODS，或供打印的网页</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>ODS (*.ods)</source>
        <translation>ODS (*.ods)</translation>
    </message>
    <message>
        <source>Page to print (*.html)</source>
        <translation>供打印的网页 (*.html)</translation>
    </message>
    <message>
        <source>Write the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Adopt &apos;%1&apos; into the plan…</source>
        <translation>把“%1”采纳进计划…</translation>
    </message>
    <message>
        <source>Adopt into the plan…</source>
        <translation>采纳进计划…</translation>
    </message>
    <message>
        <source>This result proposes no steps for the ledger.</source>
        <translation>这个结果没有提出台账步骤。</translation>
    </message>
    <message>
        <source>The result on the left map. Choose another one above the map.</source>
        <translation>左图的结果。要换一个，在地图上方另选。</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>正在导出表格</translation>
    </message>
    <message>
        <source>Comparison: %1</source>
        <translation>比较：%1</translation>
    </message>
    <message>
        <source>The comparison is in %1.</source>
        <translation>比较表已写入 %1。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ConditionEditor</name>
    <message>
        <source>Which conditions must hold</source>
        <translation>哪些条件要成立</translation>
    </message>
    <message>
        <source>all conditions hold</source>
        <translation>全部条件成立</translation>
    </message>
    <message>
        <source>one condition holds</source>
        <translation>有一个条件成立</translation>
    </message>
    <message>
        <source>Another condition</source>
        <translation>再加一个条件</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Without this condition</source>
        <translation>去掉这个条件</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>不为空</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CurveChart</name>
    <message>
        <source>Planned, actual and forecast</source>
        <translation>计划、实际与预测</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>actual %1</source>
        <translation>实际 %1</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>在 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>from early to late</source>
        <translation>最早到最晚</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CurvePanel</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Working out the curve</source>
        <translation>计算曲线</translation>
    </message>
    <message>
        <source>No targets yet. Import a table of targets with Ctrl+I to see what was planned, what was done and when it will be reached.</source>
        <translation>还没有目标。按 Ctrl+I 导入目标表，即可看到计划、实际进度和预计达成日期。</translation>
    </message>
    <message>
        <source>Open a project to see its curves.</source>
        <translation>打开项目即可查看进度曲线。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::DayCalendarPanel</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>No layer of this project has a calendar.</source>
        <translation>这个项目没有带日历的图层。</translation>
    </message>
    <message>
        <source>Pick one of: %1.</source>
        <translation>请选取：%1。</translation>
    </message>
    <message>
        <source>Reading the days</source>
        <translation>正在读取逐日数据</translation>
    </message>
    <message>
        <source>%1 %2 in all, on %3 of %4 days that are known</source>
        <translation>共 %1 %2，有记录的 %4 天中有 %3 天</translation>
    </message>
    <message>
        <source>Open a project to see the days of its features.</source>
        <translation>打开项目后可看要素的逐日数据。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::DayHeatMap</name>
    <message>
        <source>Days of the year</source>
        <translation>全年逐日</translation>
    </message>
    <message>
        <source>%1: nothing is known</source>
        <translation>%1：没有记录</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::EditBar</name>
    <message>
        <source>Layer that is edited</source>
        <translation>正在编辑的图层</translation>
    </message>
    <message>
        <source>Stop editing</source>
        <translation>结束编辑</translation>
    </message>
    <message>
        <source>Draw a new feature</source>
        <translation>画新要素</translation>
    </message>
    <message>
        <source>Move, add and take out vertices</source>
        <translation>移动、添加、去掉顶点</translation>
    </message>
    <message>
        <source>Move a feature</source>
        <translation>移动要素</translation>
    </message>
    <message>
        <source>Split a line</source>
        <translation>分割线</translation>
    </message>
    <message>
        <source>Merge two lines</source>
        <translation>合并两条线</translation>
    </message>
    <message>
        <source>Turn a line round</source>
        <translation>线掉头</translation>
    </message>
    <message>
        <source>Remove a feature</source>
        <translation>去掉要素</translation>
    </message>
    <message>
        <source>Snap to vertices, crossings and lines</source>
        <translation>吸附到顶点、交叉点和线</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>How near is near enough</source>
        <translation>多近算吸附</translation>
    </message>
    <message>
        <source>Neighbours that share a vertex go along</source>
        <translation>共用顶点的相邻要素一起动</translation>
    </message>
    <message>
        <source>Choose a tool.</source>
        <translation>请选工具。</translation>
    </message>
    <message>
        <source>Click: vertex. Right click or Enter: done. Backspace: one back. Esc: give up. Ctrl: no snapping. Shift: 45°.</source>
        <translation>单击：顶点。右键或回车：完成。退格：退一个。Esc：放弃。Ctrl：不吸附。Shift：45°。</translation>
    </message>
    <message>
        <source>Drag a vertex, or a line for a new one. Delete: take out the vertex under the cursor.</source>
        <translation>拖动顶点；拖动线段得到新顶点。Delete：去掉光标下的顶点。</translation>
    </message>
    <message>
        <source>Drag a feature to its new place.</source>
        <translation>把要素拖到新位置。</translation>
    </message>
    <message>
        <source>Click the place where the line is cut.</source>
        <translation>点在要断开的地方。</translation>
    </message>
    <message>
        <source>Click the line that stays, then the one that joins it.</source>
        <translation>先点保留的线，再点并入的线。</translation>
    </message>
    <message>
        <source>Click the line that is turned round.</source>
        <translation>点要掉头的线。</translation>
    </message>
    <message>
        <source>Click what is to go.</source>
        <translation>点要去掉的要素。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::EditSheet</name>
    <message>
        <source>%1, last %2</source>
        <translation>%1，末段 %2</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Editing</name>
    <message>
        <source>Not enough vertices yet: go on drawing, or Esc to give up.</source>
        <translation>顶点还不够：请继续画，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>There is nothing of %1 here.</source>
        <translation>这里没有%1的要素。</translation>
    </message>
    <message>
        <source>Taking out a vertex</source>
        <translation>去掉顶点</translation>
    </message>
    <message>
        <source>Read-only: %1</source>
        <translation>只读：%1</translation>
    </message>
    <message>
        <source>%1: done. Ctrl+Z takes it back.</source>
        <translation>%1：已完成。按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Drawing in %1</source>
        <translation>在%1中画要素</translation>
    </message>
    <message>
        <source>Moving in %1</source>
        <translation>移动%1的要素</translation>
    </message>
    <message>
        <source>Adding a vertex</source>
        <translation>添加顶点</translation>
    </message>
    <message>
        <source>Moving a vertex</source>
        <translation>移动顶点</translation>
    </message>
    <message>
        <source>Splitting a line</source>
        <translation>分割线</translation>
    </message>
    <message>
        <source>Turning a line round</source>
        <translation>线掉头</translation>
    </message>
    <message>
        <source>Now click the line that joins it; Esc to give up.</source>
        <translation>再点并入的线；按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Merging two lines</source>
        <translation>合并两条线</translation>
    </message>
    <message>
        <source>Merge all the same</source>
        <translation>仍然合并</translation>
    </message>
    <message>
        <source>Removing from %1</source>
        <translation>去掉%1的要素</translation>
    </message>
    <message>
        <source>It was entered by mistake: remove it</source>
        <translation>属误录，去掉</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What is exported</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Figures by</source>
        <translation>指标按</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>as the format has it</source>
        <translation>按格式</translation>
    </message>
    <message>
        <source>WGS 84, longitude and latitude</source>
        <translation>WGS 84 经纬度</translation>
    </message>
    <message>
        <source>GCJ-02, for Chinese web maps</source>
        <translation>GCJ-02，用于国内网络地图</translation>
    </message>
    <message>
        <source>BD-09, for Baidu&apos;s maps</source>
        <translation>BD-09，用于百度地图</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>GBK, for older programs</source>
        <translation>GBK，用于老软件</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>masked: for work inside the office</source>
        <translation>脱敏：内部使用</translation>
    </message>
    <message>
        <source>public: for a notice board</source>
        <translation>公示：张榜公开</translation>
    </message>
    <message>
        <source>in full: recorded with the reason</source>
        <translation>明文：连同理由登记</translation>
    </message>
    <message>
        <source>e.g. visit to the households on 12 May</source>
        <translation>例如：5 月 12 日入户核查</translation>
    </message>
    <message>
        <source>Overlay: %1</source>
        <translation>专题图：%1</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>指标：%1</translation>
    </message>
    <message>
        <source>Figures of all programmes</source>
        <translation>各专项指标</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>Only &amp;inside</source>
        <translation>区划范围(&amp;I)</translation>
    </message>
    <message>
        <source>As of the &amp;day</source>
        <translation>截至日期(&amp;D)</translation>
    </message>
    <message>
        <source>Figures &amp;by</source>
        <translation>指标按(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Coordinate system</source>
        <translation>坐标系(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Personal data</source>
        <translation>个人信息(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Asked for by</source>
        <translation>申请人(&amp;A)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>文件(&amp;L)</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>还没有可导出的内容。</translation>
    </message>
    <message>
        <source>Say where the file is to be.</source>
        <translation>请说明文件放在哪里。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>There is no area of that name or code.</source>
        <translation>没有这个名称或代码的区划。</translation>
    </message>
    <message>
        <source>Give the coordinate system as EPSG:4527, gcj02 or bd09.</source>
        <translation>坐标系请写成 EPSG:4527、gcj02 或 bd09。</translation>
    </message>
    <message>
        <source>The project is read-only: what is not masked must be recorded, and that cannot be.</source>
        <translation>项目只读：明文导出必须登记，而现在不能登记。</translation>
    </message>
    <message>
        <source>Say why personal data are needed in full.</source>
        <translation>请写明为什么要明文。</translation>
    </message>
    <message>
        <source>Say who asks for it.</source>
        <translation>请写明申请人。</translation>
    </message>
    <message>
        <source>The project is read-only: the export will not be recorded in it.</source>
        <translation>项目只读：这次导出不会登记。</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>文件已有，将被替换。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n picked</source>
        <translation>
            <numerusform>只要选中的 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ExportListDialog</name>
    <message>
        <source>What left the project</source>
        <translation>导出登记</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Reading the record of exports</source>
        <translation>读取导出登记</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>脱敏</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公示</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>明文</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FeatureList</name>
    <message>
        <source>Pick all of them on the map</source>
        <translation>在图上全部选中</translation>
    </message>
    <message>
        <source>Copy the table, to paste it into a spreadsheet</source>
        <translation>复制表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FeatureListModel</name>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FieldForm</name>
    <message>
        <source>Fields of the picked feature</source>
        <translation>所选要素的字段</translation>
    </message>
    <message>
        <source>Masked: personal. Press Unmask to read or change it.</source>
        <translation>个人信息，已脱敏。点“查看原文”后可阅读或修改。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigureChangePage</name>
    <message>
        <source>Since when</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>as it was known then</source>
        <translation>按当时所知</translation>
    </message>
    <message>
        <source>The earlier figure as a report of that day showed it: what was entered or corrected later is shown as a step of its own.</source>
        <translation>较早的数字按当日报表所示；此后补录、更正的单独列为一步。</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Steps from the earlier figure to the later one</source>
        <translation>从前值到现值的各步</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Looking for what changed</source>
        <translation>正在查找变化</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigureModel</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Done / of</source>
        <translation>已完成/总数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态灯</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigurePanel</name>
    <message>
        <source>Made of</source>
        <translation>构成</translation>
    </message>
    <message>
        <source>The rule and the places behind the figure</source>
        <translation>数字的口径及其背后的地点</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Why the figure changed since another day</source>
        <translation>与另一日相比为何变化</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>The figure by another definition</source>
        <translation>换一种口径的数字</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>最省</translation>
    </message>
    <message>
        <source>The cheapest places with which the target is reached</source>
        <translation>以最少花费达标的地点</translation>
    </message>
    <message>
        <source>No figure yet.

Click a row of the indicators or milestones, or a cell of the board, to see what it is made of, why it changed and what would change it.</source>
        <translation>尚未选择数字。

点击指标或里程碑中的一行、看板中的一格，即可看到它由什么构成、为何变化、怎样才会变化。</translation>
    </message>
    <message>
        <source>Save a receipt: a file that proves the figure</source>
        <translation>保存凭据：可证明该数字的文件</translation>
    </message>
    <message>
        <source>Check a receipt</source>
        <translation>核验凭据</translation>
    </message>
    <message>
        <source>Working out a figure</source>
        <translation>正在计算数字</translation>
    </message>
    <message>
        <source>the whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>%1 promises %2</source>
        <translation>%1 目标 %2</translation>
    </message>
    <message>
        <source>Save a receipt</source>
        <translation>保存凭据</translation>
    </message>
    <message>
        <source>Receipts (*.json)</source>
        <translation>凭据 (*.json)</translation>
    </message>
    <message>
        <source>Drawing a receipt up</source>
        <translation>正在出具凭据</translation>
    </message>
    <message>
        <source>Receipt in %1: it can be checked here or with &apos;cuntu verify&apos;</source>
        <translation>凭据已存于 %1：可在此处或用 cuntu verify 核验</translation>
    </message>
    <message>
        <source>Checking a receipt</source>
        <translation>正在核验凭据</translation>
    </message>
    <message numerus="yes">
        <source>The receipt holds, to the last of %n feature(s).</source>
        <translation>
            <numerusform>凭据成立，%n 个要素逐一相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The receipt does not hold: %1</source>
        <translation>凭据不成立：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigurePartsPage</name>
    <message>
        <source>The rule</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Which places are listed</source>
        <translation>列出哪些地点</translation>
    </message>
    <message>
        <source>all that count</source>
        <translation>全部计入的</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Taking a figure apart</source>
        <translation>正在拆解数字</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigurePlanPage</name>
    <message>
        <source>Gain</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>What a place costs</source>
        <translation>每处花费</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>every place alike</source>
        <translation>每处相同</translation>
    </message>
    <message>
        <source>No target is known for this figure. Pick one in the milestones, or a cell of the board that has a light.</source>
        <translation>该数字没有对应目标。请在里程碑中选一个目标，或点看板中有状态灯的格。</translation>
    </message>
    <message>
        <source>Looking for the cheapest places</source>
        <translation>正在查找最省的地点</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) ticked: gain %1 of %2 missing, for %3.</source>
        <translation>
            <numerusform>勾选 %n 处：缺 %2，可增 %1，花费 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>The target is reached.</source>
        <translation>可以达标。</translation>
    </message>
    <message>
        <source>The target is not reached.</source>
        <translation>不能达标。</translation>
    </message>
    <message>
        <source>It cannot be had for less than %1.</source>
        <translation>不可能少于 %1。</translation>
    </message>
    <message>
        <source>It is not proven to be cheapest: at least %1 are needed.</source>
        <translation>尚未证明最省：至少需要 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left out: nothing is known of their cost.</source>
        <translation>
            <numerusform>%n 处未计入：花费不详。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigureTrialPage</name>
    <message>
        <source>Lights and areas that flip</source>
        <translation>翻转的状态灯与区域</translation>
    </message>
    <message>
        <source>Target or area</source>
        <translation>目标或区域</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>This figure&apos;s definition has nothing that could be set.</source>
        <translation>该数字的口径没有可设置之处。</translation>
    </message>
    <message>
        <source>Change something below: the figure, the lights and the places that flip appear at once. Nothing is stored.</source>
        <translation>改动下面任一项，数字、状态灯和翻转的地点立即显示；不保存任何内容。</translation>
    </message>
    <message>
        <source>Trying a definition</source>
        <translation>正在试算</translation>
    </message>
    <message>
        <source>%1 (%2/%3) becomes %4 (%5/%6)</source>
        <translation>%1（%2/%3）变为 %4（%5/%6）</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n 个目标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n 个区域</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::HistoryList</name>
    <message>
        <source>History of the status</source>
        <translation>状态历史</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Recorded %1, %2. From: %3</source>
        <translation>录入于%1，%2。来源：%3</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::HistoryTimeline</name>
    <message>
        <source>History on a time axis</source>
        <translation>历史时间轴</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>does not hold any more</source>
        <translation>已不再有效</translation>
    </message>
    <message>
        <source>said by %1, recorded %2</source>
        <translation>%1 填报，记录于 %2</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportColumns</name>
    <message>
        <source>Columns of the file and what they are taken for</source>
        <translation>文件的列及其对应的字段</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Is taken for</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1（必需）</translation>
    </message>
    <message>
        <source>What the column %1 is taken for</source>
        <translation>列“%1”对应什么</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Take nothing if a single row is bad</source>
        <translation>有一行出错就全部不导入</translation>
    </message>
    <message>
        <source>Take the files that follow as they are understood, without asking</source>
        <translation>后面的文件按识别结果直接导入，不再逐个询问</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Keep how this file is read as a profile named</source>
        <translation>把这个文件的读法存为方案，名称</translation>
    </message>
    <message>
        <source>The next file with the same columns is then read in the same way.</source>
        <translation>下次列名相同的文件就照此读取。</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next: what it changes</source>
        <translation>下一步：会改变什么</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportProposalPage</name>
    <message>
        <source>Work it out again with what was decided</source>
        <translation>按所作决定重新计算</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Is meant</source>
        <translation>指</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>指</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>收</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Working out what the file would change… Nothing is written yet.</source>
        <translation>正在计算文件会改变什么……尚未写入。</translation>
    </message>
    <message>
        <source>Working out what the file would change</source>
        <translation>计算文件会改变什么</translation>
    </message>
    <message>
        <source>No row of the file can be taken as it stands.</source>
        <translation>照现在的样子，一行也收不下。</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 unchanged, %5 refused.</source>
        <translation>共 %1 行：新增 %2，变更 %3，不变 %4，拒收 %5。</translation>
    </message>
    <message>
        <source>%1 that are there already are not in the file; they stay as they are.</source>
        <translation>项目中已有的 %1 个不在文件里，保持原样。</translation>
    </message>
    <message>
        <source>%1 left out.</source>
        <translation>略去 %1。</translation>
    </message>
    <message>
        <source>not said: its rows are refused</source>
        <translation>未说明：这些行拒收</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1，%2（%3）</translation>
    </message>
    <message>
        <source>What the name %1 means</source>
        <translation>地名“%1”指哪里</translation>
    </message>
    <message>
        <source>Unknown places</source>
        <translation>不认识的地名</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>What the word %1 stands for</source>
        <translation>“%1”指什么</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>不认识的词</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Taken, with a warning</source>
        <translation>已采用，有提醒</translation>
    </message>
    <message>
        <source>Refused rows and warnings</source>
        <translation>拒收的行与提醒</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>文件中没有</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportQueue</name>
    <message>
        <source>There is nothing in %1 that can be imported.</source>
        <translation>%1 中没有可以导入的文件。</translation>
    </message>
    <message>
        <source>The project is read-only: nothing can be imported.</source>
        <translation>项目为只读，不能导入。</translation>
    </message>
    <message>
        <source>Open or make a project first, then import into it.</source>
        <translation>请先打开或新建项目，再导入。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportResultDialog</name>
    <message>
        <source>Imported</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Encoding %1</source>
        <translation>编码 %1</translation>
    </message>
    <message>
        <source>coordinates %1</source>
        <translation>坐标系 %1</translation>
    </message>
    <message>
        <source>Open the file of refused rows</source>
        <translation>打开拒收行清单</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>of them updated</source>
        <translation>其中更新</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Refused rows and warnings</source>
        <translation>拒收的行与提醒</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Taken, with a warning</source>
        <translation>已采用，有提醒</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportSourcePage</name>
    <message>
        <source>&amp;Import as</source>
        <translation>导入为(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>方案(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Coordinates</source>
        <translation>坐标系(&amp;C)</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>GCJ-02 (web maps, phones)</source>
        <translation>GCJ-02（网络地图、手机）</translation>
    </message>
    <message>
        <source>BD-09 (Baidu)</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>CGCS2000 longitude, latitude</source>
        <translation>CGCS2000 经纬度</translation>
    </message>
    <message>
        <source>WGS 84 longitude, latitude</source>
        <translation>WGS 84 经纬度</translation>
    </message>
    <message>
        <source>CGCS2000, 3-degree zone %1</source>
        <translation>CGCS2000 3 度带 %1 带</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Looking into the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>found out: %1</source>
        <translation>自动识别：%1</translation>
    </message>
    <message>
        <source>Encoding: %1</source>
        <translation>编码：%1</translation>
    </message>
    <message>
        <source>Coordinates: %1</source>
        <translation>坐标：%1</translation>
    </message>
    <message>
        <source>the format says it</source>
        <translation>由文件格式决定</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>The file gives no positions.</source>
        <translation>文件没有给出位置。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows, longitude %1 to %2, latitude %3 to %4</source>
        <translation>
            <numerusform>%n 行，经度 %1 至 %2，纬度 %3 至 %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::IndicatorPanel</name>
    <message>
        <source>Which indicators</source>
        <translation>显示哪些指标</translation>
    </message>
    <message>
        <source>Level of areas</source>
        <translation>区域级别</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Up to the area above</source>
        <translation>回到上一级区域</translation>
    </message>
    <message>
        <source>Copy the table, to paste it into a spreadsheet</source>
        <translation>复制表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>One number per programme</source>
        <translation>每个专项一个主要数字</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Working out figures</source>
        <translation>正在计算指标</translation>
    </message>
    <message>
        <source>No figures yet. They appear when areas, settlements and a programme&apos;s data are there: Ctrl+I imports a file.</source>
        <translation>还没有数据。导入区划、自然村和专项数据后这里就有指标：按 Ctrl+I 导入文件。</translation>
    </message>
    <message>
        <source>Open a project to see its figures.</source>
        <translation>打开项目后显示指标。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>   total %1</source>
        <translation>   合计 %1</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>%1内</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::InspectorPanel</name>
    <message>
        <source>Nothing is picked.

Click a place on the map, or draw a box with the Select tool, to read its card and to mark its progress.</source>
        <translation>尚未选择。

用“选择”工具在地图上点一处或拉一个框，即可查看它的卡片并标记进度。</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>标记…</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>各专项情况</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Unmask</source>
        <translation>查看原文</translation>
    </message>
    <message>
        <source>Shows personal fields in full. Who looked, and at what, is recorded in the project.</source>
        <translation>完整显示个人信息。谁看了、看了什么，都会记入项目。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Reading the card</source>
        <translation>正在读取卡片</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>The project is read-only.</source>
        <translation>项目为只读。</translation>
    </message>
    <message>
        <source>Asking the programmes</source>
        <translation>正在查询各专项</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自%1起</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::JobRunner</name>
    <message>
        <source>Something went wrong inside the program: %1</source>
        <translation>程序内部出错：%1</translation>
    </message>
    <message>
        <source>The project is unchanged. Please report this.</source>
        <translation>项目未受影响。请反馈此问题。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::KnowledgeBar</name>
    <message>
        <source>as it was known at the end of</source>
        <translation>按当时所知，截至</translation>
    </message>
    <message>
        <source>Known on</source>
        <translation>所知截至</translation>
    </message>
    <message>
        <source>How far it is proved</source>
        <translation>证实程度</translation>
    </message>
    <message>
        <source>all that was reported</source>
        <translation>全部已上报的</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>仅%1的</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Shown:</source>
        <translation>显示：</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::LandWeighing</name>
    <message>
        <source>Measuring the land</source>
        <translation>测算土地</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::LayerTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::LayerTreePanel</name>
    <message>
        <source>Programmes and layers</source>
        <translation>专项与图层</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>没有打开项目</translation>
    </message>
    <message>
        <source>Open or make a project to see its layers.</source>
        <translation>打开或新建项目后显示图层。</translation>
    </message>
    <message>
        <source>Other layers</source>
        <translation>其他图层</translation>
    </message>
    <message>
        <source>Places and people</source>
        <translation>区划与农户</translation>
    </message>
    <message>
        <source>Zoom to the layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Style…</source>
        <translation>样式…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>The project is read-only.</source>
        <translation>项目为只读。</translation>
    </message>
    <message>
        <source>Only plain layers can be removed; this one belongs to the project or a programme.</source>
        <translation>只能移除普通图层；这一层属于本项目或某个专项。</translation>
    </message>
    <message>
        <source>%1 features. Double click: style. Drag: change the order. Right click: more.</source>
        <translation>%1 个要素。双击：样式；拖动：改变次序；右键：更多。</translation>
    </message>
    <message>
        <source>Draw on top</source>
        <translation>移到最上层</translation>
    </message>
    <message>
        <source>One up</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>One down</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Draw at the bottom</source>
        <translation>移到最下层</translation>
    </message>
    <message>
        <source>No data yet: drop a file, or Ctrl+I</source>
        <translation>还没有数据：拖入文件，或按 Ctrl+I</translation>
    </message>
    <message>
        <source>First import the areas: Ctrl+I</source>
        <translation>请先导入区划：Ctrl+I</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>栅格</translation>
    </message>
    <message>
        <source>%1. Right click: more.</source>
        <translation>%1。右键：更多。</translation>
    </message>
    <message>
        <source>There is no file %1 any more.</source>
        <translation>文件 %1 已不存在。</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Shaded relief</source>
        <translation>地形晕渲</translation>
    </message>
    <message>
        <source>Take off the map</source>
        <translation>从地图上撤下</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MainWindow</name>
    <message>
        <source>Read-only: %1</source>
        <translation>只读：%1</translation>
    </message>
    <message>
        <source>%1 – Cuntu</source>
        <translation>%1 – 村图</translation>
    </message>
    <message>
        <source>Nothing to draw yet.
Drop files here, or press Ctrl+I, to bring in areas, settlements and works.</source>
        <translation>还没有可显示的内容。
把文件拖到这里，或按 Ctrl+I，导入区划、自然村和工程。</translation>
    </message>
    <message>
        <source>Cuntu</source>
        <translation>村图</translation>
    </message>
    <message>
        <source>Making the sample&apos;s working copy</source>
        <translation>正在建立示例的工作副本</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample county</source>
        <translation>打开示例县(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Save the &amp;map…</source>
        <translation>保存地图(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Mark…</source>
        <translation>标记(&amp;M)…</translation>
    </message>
    <message>
        <source>Mark one after the &amp;other</source>
        <translation>连续标记(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Pick &amp;all in the layer</source>
        <translation>选择图层中全部(&amp;A)</translation>
    </message>
    <message>
        <source>Pick &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy the table of figures</source>
        <translation>复制指标表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Style of the layer…</source>
        <translation>图层样式(&amp;S)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve the layer…</source>
        <translation>移除图层(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Select: click or draw a box</source>
        <translation>选择：点击或拉框(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Lasso: draw around what to pick</source>
        <translation>套索：圈选(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation>拉框放大(&amp;Z)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Full extent</source>
        <translation>全图(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom to what is pic&amp;ked</source>
        <translation>缩放到所选(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Back to the last view</source>
        <translation>上一视图(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward to the next view</source>
        <translation>下一视图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Redraw</source>
        <translation>重绘(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>注记(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Put the panels back</source>
        <translation>面板复位(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Wall board</source>
        <translation>挂图作战(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Programmes and plugins</source>
        <translation>专项与插件(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;About Cuntu</source>
        <translation>关于村图(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>L&amp;anguage / 语言</source>
        <translation>语言(&amp;A) / Language</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>外观(&amp;O)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>The day for which map, figures and cards are shown</source>
        <translation>地图、指标和卡片显示的是这一天的状态</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>New project: where is it kept?</source>
        <translation>新建项目：保存在哪里？</translation>
    </message>
    <message>
        <source>Cuntu projects (*.cuntu)</source>
        <translation>村图项目 (*.cuntu)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose a layer in the tree first.</source>
        <translation>请先在图层树中选一个图层。</translation>
    </message>
    <message>
        <source>State as of %1</source>
        <translation>截至%1的状态</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>保存地图</translation>
    </message>
    <message>
        <source>PDF for print (*.pdf)</source>
        <translation>打印用 PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <source>The map was saved: %1</source>
        <translation>地图已保存：%1</translation>
    </message>
    <message>
        <source>Choose a plain layer in the tree first; the layers of the project and its programmes stay.</source>
        <translation>请先在图层树中选一个普通图层；本项目和各专项的图层不能移除。</translation>
    </message>
    <message>
        <source>Remove the layer %1 with its %2 features from the project?</source>
        <translation>要从项目中移除图层“%1”及其 %2 个要素吗？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The card is still being read; try again in a moment.</source>
        <translation>卡片还在读取，请稍后再试。</translation>
    </message>
    <message>
        <source>works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Programmes and plugins</source>
        <translation>专项与插件</translation>
    </message>
    <message>
        <source>No plugin was found.</source>
        <translation>没有找到插件。</translation>
    </message>
    <message>
        <source>About Cuntu</source>
        <translation>关于村图</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cuntu 村图 %1&lt;/b&gt;&lt;p&gt;A desktop GIS that keeps count of what was built in the villages of a county.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;村图 Cuntu %1&lt;/b&gt;&lt;p&gt;会记账的桌面地理信息系统：一个县的村村寨寨建成了什么，一笔一笔都在图上。&lt;/p&gt;&lt;p&gt;自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Write a &amp;report…</source>
        <translation>生成报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Find a place…</source>
        <translation>查找地点(&amp;F)…</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>Report to print or send (*.html)</source>
        <translation>可打印、可发送的报告 (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>The report was written: %1</source>
        <translation>报告已写入：%1</translation>
    </message>
    <message>
        <source>Move in &amp;time</source>
        <translation>时间轴(&amp;T)</translation>
    </message>
    <message>
        <source>Paler where not &amp;certified</source>
        <translation>未认定的显示较淡(&amp;C)</translation>
    </message>
    <message>
        <source>Shades what is marked by how far it is proved: reported, checked, certified</source>
        <translation>按上报、核查、认定的程度由浅到深显示标记</translation>
    </message>
    <message>
        <source>Pick by a &amp;condition…</source>
        <translation>按条件选择(&amp;C)…</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n place(s) now, as the bar says?</source>
        <translation>
            <numerusform>按标记栏的设置，现在标记这 %n 处吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>As it was &amp;known…</source>
        <translation>按当时所知(&amp;K)…</translation>
    </message>
    <message>
        <source>Chec&amp;k the data</source>
        <translation>核查数据(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Add &amp;photos…</source>
        <translation>添加照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Export a &amp;QGIS project…</source>
        <translation>导出 QGIS 项目(&amp;Q)…</translation>
    </message>
    <message>
        <source>What &amp;left the project…</source>
        <translation>导出登记(&amp;L)…</translation>
    </message>
    <message>
        <source>P&amp;hotos</source>
        <translation>照片(&amp;H)</translation>
    </message>
    <message>
        <source>A folder for the QGIS project</source>
        <translation>QGIS 项目的文件夹</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.JPG *.JPEG *.png *.tif *.tiff *.webp)</source>
        <translation>照片 (*.jpg *.jpeg *.JPG *.JPEG *.png *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The project is read-only: no photos can be added.</source>
        <translation>项目只读，不能添加照片。</translation>
    </message>
    <message>
        <source>Open or make a project first, then add photos to it.</source>
        <translation>请先打开或新建项目，再添加照片。</translation>
    </message>
    <message>
        <source>Add &amp;rasters…</source>
        <translation>添加栅格(&amp;R)…</translation>
    </message>
    <message>
        <source>Add rasters</source>
        <translation>添加栅格</translation>
    </message>
    <message>
        <source>Pictures, map tiles and terrains (*.tif *.tiff *.img *.jp2 *.hgt *.asc *.vrt *.mbtiles)</source>
        <translation>图片、瓦片和地形 (*.tif *.tiff *.img *.jp2 *.hgt *.asc *.vrt *.mbtiles)</translation>
    </message>
    <message>
        <source>A &amp;poster for the wall…</source>
        <translation>上墙的挂图(&amp;P)…</translation>
    </message>
    <message>
        <source>Mark a s&amp;tretch of a line</source>
        <translation>标记线路的一段(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Draw and change features</source>
        <translation>画和改要素(&amp;D)</translation>
    </message>
    <message>
        <source>A&amp;nalysis</source>
        <translation>分析(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Compare two days…</source>
        <translation>比较两个日期(&amp;C)…</translation>
    </message>
    <message>
        <source>Save the poster</source>
        <translation>保存挂图</translation>
    </message>
    <message>
        <source>Drawing the poster</source>
        <translation>绘制挂图</translation>
    </message>
    <message>
        <source>The poster was saved: %1. %2 of the things left did not fit on it; a larger paper has more room.</source>
        <translation>挂图已保存：%1。还没完成的有 %2 项放不下；更大的纸张放得多些。</translation>
    </message>
    <message>
        <source>The poster was saved: %1</source>
        <translation>挂图已保存：%1</translation>
    </message>
    <message>
        <source>S&amp;uitability of land</source>
        <translation>用地适宜性(&amp;U)</translation>
    </message>
    <message>
        <source>Add an on&amp;line map…</source>
        <translation>添加在线底图(&amp;L)…</translation>
    </message>
    <message>
        <source>M&amp;easure lengths and areas</source>
        <translation>量长度和面积(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Names under the pointer</source>
        <translation>光标处的名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Graticule</source>
        <translation>经纬网(&amp;G)</translation>
    </message>
    <message>
        <source>Meridians and parallels over the map, also on a map that is saved</source>
        <translation>在地图上画经纬网，保存的图上也有</translation>
    </message>
    <message>
        <source>&amp;Bookmark this view…</source>
        <translation>为当前视图加书签(&amp;B)…</translation>
    </message>
    <message>
        <source>Book&amp;marks</source>
        <translation>书签(&amp;M)</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>为当前视图加书签</translation>
    </message>
    <message>
        <source>Name of the bookmark; one of the same name is replaced</source>
        <translation>书签名称；同名的会被替换</translation>
    </message>
    <message>
        <source>Ma&amp;gnifier</source>
        <translation>放大镜(&amp;G)</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MapController</name>
    <message>
        <source>Drawing</source>
        <translation>正在绘图</translation>
    </message>
    <message>
        <source>Looking for the area</source>
        <translation>正在查找区域</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MapMenu</name>
    <message>
        <source>Centre the map here</source>
        <translation>以此处为中心</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>&amp;Here</source>
        <translation>这里有什么(&amp;H)</translation>
    </message>
    <message>
        <source>Looking up what is here</source>
        <translation>正在查询这里的要素</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MapTips</name>
    <message>
        <source>Looking up a place</source>
        <translation>正在查询要素</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MarkDialog</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>%1. Now: %2</source>
        <translation>%1。目前：%2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Correct the statement that holds now (any status)</source>
        <translation>更正目前有效的记录（可选任意状态）</translation>
    </message>
    <message>
        <source>photo or document; a copy is kept in the project</source>
        <translation>照片或文件；项目中会保存一份</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Day in the field</source>
        <translation>现场日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Who reports it</source>
        <translation>填报人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>可信级别(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>佐证(&amp;E)</translation>
    </message>
    <message>
        <source>The old statement stays in the history, struck out.</source>
        <translation>原记录保留在历史中，以删除线显示。</translation>
    </message>
    <message>
        <source>Only a statement about a single feature can be corrected.</source>
        <translation>只能更正单个要素的记录。</translation>
    </message>
    <message>
        <source>Not a next step from &apos;%1&apos;.</source>
        <translation>“%1”之后不能直接到这一步。</translation>
    </message>
    <message>
        <source>Choose the status that was reached. Grey ones are not a next step.</source>
        <translation>请选择达到的状态。灰色的不是下一步。</translation>
    </message>
    <message>
        <source>Say who reports it.</source>
        <translation>请填写填报人。</translation>
    </message>
    <message>
        <source>This step needs a reason: write a note.</source>
        <translation>这一步需要理由：请写备注。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Programme</source>
        <translation>专项(&amp;P)</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MarkListDialog</name>
    <message>
        <source>Mark from a list</source>
        <translation>按清单标记</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; since %3</source>
        <translation>%1：“%2”，自%3起</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Paste codes here: one a line, or cells copied from a spreadsheet</source>
        <translation>在此粘贴编号：每行一个，或从表格复制的单元格</translation>
    </message>
    <message>
        <source>What would become of them</source>
        <translation>标记预览</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>标记后</translation>
    </message>
    <message>
        <source>Looking for the codes</source>
        <translation>查找编号</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>named before</source>
        <translation>前面已有</translation>
    </message>
    <message>
        <source>stands there already</source>
        <translation>已是该状态</translation>
    </message>
    <message>
        <source>not allowed from &apos;%1&apos;</source>
        <translation>不能从“%1”转入</translation>
    </message>
    <message numerus="yes">
        <source>%n not found.</source>
        <translation>
            <numerusform>%n个未找到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not take this step.</source>
        <translation>
            <numerusform>%n个不允许转入该状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>This step needs a reason: write it into the note of the bar.</source>
        <translation>这一步须说明原因：请写入标记栏的备注。</translation>
    </message>
    <message>
        <source>All or nothing: correct the list first.</source>
        <translation>要么全部标记，要么都不标：请先改正清单。</translation>
    </message>
    <message numerus="yes">
        <source>%n will be marked.</source>
        <translation>
            <numerusform>将标记%n个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n</source>
        <translation>
            <numerusform>标记%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MarkingBar</name>
    <message>
        <source>What is marked</source>
        <translation>标记对象</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day in the field</source>
        <translation>实地日期</translation>
    </message>
    <message>
        <source>The day on which it happened in the field</source>
        <translation>事情在实地发生的日期</translation>
    </message>
    <message>
        <source>who reports it</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>photo or document</source>
        <translation>照片或文件</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>按清单…</translation>
    </message>
    <message>
        <source>Mark the works whose codes you paste</source>
        <translation>粘贴编号，标记对应的工程</translation>
    </message>
    <message>
        <source>Stop marking (Ctrl+Shift+M)</source>
        <translation>结束标记（Ctrl+Shift+M）</translation>
    </message>
    <message>
        <source>There is nothing to mark yet. Import a programme&apos;s works with Ctrl+I.</source>
        <translation>还没有可标记的对象。请按 Ctrl+I 导入专项的工程。</translation>
    </message>
    <message>
        <source>Who marks?</source>
        <translation>谁在标记？</translation>
    </message>
    <message>
        <source>Your name or office. It stands with everything you mark, and is asked only once.</source>
        <translation>您的姓名或单位。它会记在您标记的每一条上，只问这一次。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Say who reports it, then mark again.</source>
        <translation>请先填写填报人，再标记。</translation>
    </message>
    <message>
        <source>This step needs a reason: write it into the note, then mark again.</source>
        <translation>这一步须说明原因：请写入备注，再标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n not marked: &apos;%1&apos; does not follow on &apos;%2&apos;.</source>
        <translation>
            <numerusform>%n个未标记：“%2”之后不能是“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands there already.</source>
        <translation>已是该状态。</translation>
    </message>
    <message>
        <source>Click, box or lasso on the map marks at once.</source>
        <translation>在地图上点击、拉框或套索，即刻标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n marked; Ctrl+Z takes the last back.</source>
        <translation>
            <numerusform>已标记%n个；按 Ctrl+Z 撤销上一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark what fulfils a condition (Ctrl+F3)</source>
        <translation>标记满足条件的地点 (Ctrl+F3)</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MeasureBar</name>
    <message>
        <source>Length and bearing</source>
        <translation>长度和方位角</translation>
    </message>
    <message>
        <source>Area and outline</source>
        <translation>面积和周长</translation>
    </message>
    <message>
        <source>Copy what is measured</source>
        <translation>复制量测结果</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>结束量测</translation>
    </message>
    <message>
        <source>Length %1, bearing %2</source>
        <translation>长度 %1，方位角 %2</translation>
    </message>
    <message>
        <source>Length %1; last leg %2, bearing %3</source>
        <translation>长度 %1；最后一段 %2，方位角 %3</translation>
    </message>
    <message>
        <source>Area %1, outline %2</source>
        <translation>面积 %1，周长 %2</translation>
    </message>
    <message>
        <source>Click points on the map; right click or Enter ends, Backspace takes the last one back. Ctrl: without snapping.</source>
        <translation>在地图上逐点单击；右键或回车结束，退格退一点。按住 Ctrl 不吸附。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MessagePanel</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages yet. What is done, warned of and refused is kept here.</source>
        <translation>还没有消息。做了什么、提醒了什么、拒绝了什么，都会记在这里。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MilestoneBoard</name>
    <message>
        <source>Copy the board, to paste it into a spreadsheet</source>
        <translation>复制看板，粘贴到表格</translation>
    </message>
    <message>
        <source>Board of milestones</source>
        <translation>里程碑看板</translation>
    </message>
    <message>
        <source>Working out the board</source>
        <translation>计算看板</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Import areas and a programme&apos;s data with Ctrl+I; with a table of targets every area gets its light.</source>
        <translation>还没有可比较的内容。按 Ctrl+I 导入区划和专项数据；再导入目标表，每个区域就有状态灯。</translation>
    </message>
    <message>
        <source>Open a project to see its board.</source>
        <translation>打开项目即可查看看板。</translation>
    </message>
    <message>
        <source>Counties</source>
        <translation>各县</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态灯</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制%n行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MilestonePanel</name>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态灯</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺值</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Needed a year</source>
        <translation>每年需</translation>
    </message>
    <message>
        <source>Seen a year</source>
        <translation>每年实际</translation>
    </message>
    <message>
        <source>Reached about</source>
        <translation>预计达到</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Judging targets</source>
        <translation>正在判断目标</translation>
    </message>
    <message>
        <source>Open a project to see its milestones.</source>
        <translation>打开项目后显示里程碑。</translation>
    </message>
    <message>
        <source>%1, out of date</source>
        <translation>%1，已过期</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>分解…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历次版本</translation>
    </message>
    <message>
        <source>Choose a target first.</source>
        <translation>请先选一个目标。</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n 处冲突</numerusform>
        </translation>
    </message>
    <message>
        <source>No targets yet. &apos;New…&apos; makes one; a table of them (indicator, area, value, deadline, responsible) is imported with Ctrl+I.</source>
        <translation>还没有目标。按“新建…”立一个；成表的（指标、区域、目标值、期限、责任人）用 Ctrl+I 导入。</translation>
    </message>
    <message>
        <source>Its parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Close a period…</source>
        <translation>关账…</translation>
    </message>
    <message>
        <source>What is entered about a closed period later needs a reason, and stays visible.</source>
        <translation>关账后再补录该期数据须写明理由，并一直可见。</translation>
    </message>
    <message>
        <source>Its parts together: %1</source>
        <translation>分解后各部分合计：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::NewFeatureDialog</name>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::OversightDialogs</name>
    <message>
        <source>Contradictory targets</source>
        <translation>互相冲突的目标</translation>
    </message>
    <message>
        <source>Remove a target</source>
        <translation>删除目标</translation>
    </message>
    <message>
        <source>Remove target %1 with all its versions?</source>
        <translation>要删除目标 %1 及其全部版本吗？</translation>
    </message>
    <message>
        <source>This is for targets entered by mistake. One that was given up, closed or put off is adjusted instead, so that it stays in the history.</source>
        <translation>只用于删除误录的目标。放弃、办结或顺延的目标请用“调整”，以便保留在历史中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::OverviewPanel</name>
    <message>
        <source>Overview map</source>
        <translation>鹰眼图</translation>
    </message>
    <message>
        <source>Arrow keys move the map, plus and minus zoom it</source>
        <translation>方向键移动地图，加号、减号缩放</translation>
    </message>
    <message>
        <source>All of the project. Click or drag the frame to move the map.</source>
        <translation>整个项目。点一下或拖动方框，地图就移过去。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PairsDialog</name>
    <message>
        <source>Compare in pairs</source>
        <translation>两两比较</translation>
    </message>
    <message>
        <source>Move each slider towards the criterion that matters more: 1 as much, 3 somewhat, 5 clearly, 7 very much, 9 extremely more.</source>
        <translation>把滑块拖向更重要的一侧：1 同样、3 稍微、5 明显、7 强烈、9 极端重要。</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 与 %2 比</translation>
    </message>
    <message>
        <source>Consistency ratio %1.</source>
        <translation>一致性比率 %1。</translation>
    </message>
    <message>
        <source>The judgements contradict each other (at most 0.1 is good). Farthest off: %1 against %2 is %3, all others say %4.</source>
        <translation>判断相互矛盾(应不超过 0.1)。最矛盾的是：%1 比 %2 为 %3，其余判断合计为 %4。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ParameterForm</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 %2 (usual)</source>
        <translation>%1 %2（默认）</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>%1 (usual)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>2018-06-30; empty: none</source>
        <translation>2018-06-30；留空为无</translation>
    </message>
    <message>
        <source>choose a field</source>
        <translation>请选字段</translation>
    </message>
    <message>
        <source>choose a layer</source>
        <translation>请选图层</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可以留空</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PeriodDialog</name>
    <message>
        <source>Close a reporting period</source>
        <translation>报告期关账</translation>
    </message>
    <message>
        <source>Reading closed periods</source>
        <translation>正在读取已关账的报告期</translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation>已关账的报告期</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>关账至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>e.g. figures reported to the prefecture</source>
        <translation>例如：数据已上报市里</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关账</translation>
    </message>
    <message>
        <source>What is entered about a closed period later needs a reason, and stays visible as late. Closing cannot be taken back.</source>
        <translation>关账后再补录该期数据须写明理由，并一直标为补报。关账不能撤销。</translation>
    </message>
    <message>
        <source>&amp;Last day of the period</source>
        <translation>截止日(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Closed by</source>
        <translation>关账人(&amp;C)</translation>
    </message>
    <message>
        <source>The time until %1 is closed already.</source>
        <translation>%1 及以前已关账。</translation>
    </message>
    <message>
        <source>Say on what grounds it is closed.</source>
        <translation>请写明关账理由。</translation>
    </message>
    <message>
        <source>Say who closes it.</source>
        <translation>请填写关账人。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PhotoDialog</name>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Layer that they show</source>
        <translation>所拍图层</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>The phone gives GCJ-02, the shifted system of Chinese web maps</source>
        <translation>手机给出的是 GCJ-02（国内网络地图的偏移坐标）</translation>
    </message>
    <message>
        <source>All of them show the picked feature</source>
        <translation>全部属于选中的要素</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>所拍</translation>
    </message>
    <message>
        <source>m away</source>
        <translation>相距（米）</translation>
    </message>
    <message>
        <source>What is doubtful</source>
        <translation>可疑之处</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>They show features of the &amp;layer</source>
        <translation>所拍图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Within</source>
        <translation>距离以内(&amp;W)</translation>
    </message>
    <message>
        <source>Added &amp;by</source>
        <translation>添加人(&amp;B)</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>查看照片</translation>
    </message>
    <message>
        <source>Looking at the photos…</source>
        <translation>正在查看照片…</translation>
    </message>
    <message>
        <source>Drop photos or a folder here.</source>
        <translation>请把照片或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation>没有可添加的。</translation>
    </message>
    <message>
        <source>Say who adds them.</source>
        <translation>请写明添加人。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will be added; those without a place can be attached later.</source>
        <translation>
            <numerusform>将添加 %n 张照片；没有位置的可以以后再归属。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PhotoStrip</name>
    <message>
        <source>%1 m away</source>
        <translation>相距 %1 米</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>读取照片</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PickWhereDialog</name>
    <message>
        <source>Pick by a condition</source>
        <translation>按条件选择</translation>
    </message>
    <message>
        <source>Places of</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>Counting places</source>
        <translation>正在计数</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>选中</translation>
    </message>
    <message numerus="yes">
        <source>Pick %n</source>
        <translation>
            <numerusform>选中 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PosterDialog</name>
    <message>
        <source>A poster for the wall</source>
        <translation>上墙的挂图</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横放</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>竖放</translation>
    </message>
    <message>
        <source>the area&apos;s name and the overlay&apos;s</source>
        <translation>区域名称和专题名称</translation>
    </message>
    <message>
        <source>internal use</source>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>the public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>e.g. GS(2022)1083; needed for the public</source>
        <translation>如 GS(2022)1083；公开时必填</translation>
    </message>
    <message>
        <source>Draw it…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>&amp;Overlay</source>
        <translation>专题(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>区域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stands</source>
        <translation>方向(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>用途(&amp;F)</translation>
    </message>
    <message>
        <source>Map &amp;review no.</source>
        <translation>审图号(&amp;R)</translation>
    </message>
    <message>
        <source>No programme has data to draw yet.</source>
        <translation>还没有可以绘制的项目数据。</translation>
    </message>
    <message>
        <source>A map for the public needs the number of its review.</source>
        <translation>公开的地图须有审图号。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ProfilePanel</name>
    <message>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>画一条线</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>line drawn on the map</source>
        <translation>图上画的线</translation>
    </message>
    <message>
        <source>Reading the line</source>
        <translation>正在读取线</translation>
    </message>
    <message>
        <source>Add a terrain model to the map by dropping its file on the window. Then pick a line.</source>
        <translation>把地形文件拖到窗口里加到地图上，再选一条线。</translation>
    </message>
    <message>
        <source>Pick a line on the map, or draw one.</source>
        <translation>在地图上选一条线，或画一条。</translation>
    </message>
    <message>
        <source>Working out the profile</source>
        <translation>正在计算剖面</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>里程</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>The terrain model does not cover this line.</source>
        <translation>地形数据没有覆盖这条线。</translation>
    </message>
    <message>
        <source>%1: %2 m long, %3 to %4 m, up %5 m, down %6 m, steepest %7 %</source>
        <translation>%1：长 %2 米，高程 %3 至 %4 米，上升 %5 米，下降 %6 米，最陡 %7 %</translation>
    </message>
    <message>
        <source>Open a project to see profiles of its lines.</source>
        <translation>打开项目后可看线的剖面。</translation>
    </message>
    <message>
        <source>station_m,height_m,slope_percent,x,y</source>
        <translation>里程_米,高程_米,坡度_百分比,x,y</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存剖面</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written: %2</source>
        <translation>“%1”写不进去：%2</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Click adds a point, a right click or Enter ends the line, Esc gives up.</source>
        <translation>单击加点，右键或回车结束，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ProjectActions</name>
    <message>
        <source>Marking</source>
        <translation>正在标记</translation>
    </message>
    <message numerus="yes">
        <source>%n marked, as of %1. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已标记 %n 处，日期%1。按 Ctrl+Z 可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>%1: %2 rows read, %3 taken, %4 rejected</source>
        <translation>%1：读取 %2 行，采用 %3 行，拒收 %4 行</translation>
    </message>
    <message>
        <source>Changing a field</source>
        <translation>正在修改字段</translation>
    </message>
    <message>
        <source>Changed. Ctrl+Z takes it back.</source>
        <translation>已修改。按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Keeping the style</source>
        <translation>正在保存样式</translation>
    </message>
    <message>
        <source>Removing a layer</source>
        <translation>正在移除图层</translation>
    </message>
    <message>
        <source>Layer %1 was removed.</source>
        <translation>图层“%1”已移除。</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出%1</translation>
    </message>
    <message numerus="yes">
        <source>%n written to %1</source>
        <translation>
            <numerusform>已写出 %n 个要素到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording who looks</source>
        <translation>正在记录查看</translation>
    </message>
    <message>
        <source>Personal data were shown; that is recorded in the project.</source>
        <translation>已显示个人信息，此次查看已记入项目。</translation>
    </message>
    <message>
        <source>Looking for alerts</source>
        <translation>正在检查预警</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) open as of %1.</source>
        <translation>
            <numerusform>截至%1有 %n 条预警未销号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Listing a problem</source>
        <translation>正在列入问题</translation>
    </message>
    <message>
        <source>Listed as case %1. Ctrl+Z takes it back.</source>
        <translation>已列入，编号 %1。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Taking a case further</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>The step is recorded. Ctrl+Z takes it back.</source>
        <translation>这一步已入账。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Adding targets</source>
        <translation>正在添加目标</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) added. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>已添加 %n 个目标。Ctrl+Z 可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Adjusting a target</source>
        <translation>正在调整目标</translation>
    </message>
    <message>
        <source>Target %1 is adjusted; the version before is kept. Ctrl+Z takes it back.</source>
        <translation>目标 %1 已调整，旧版本保留。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Removing a target</source>
        <translation>正在删除目标</translation>
    </message>
    <message>
        <source>Target %1 is removed. Ctrl+Z takes it back.</source>
        <translation>目标 %1 已删除，可按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Closing a period</source>
        <translation>正在关账</translation>
    </message>
    <message>
        <source>The time until %1 is closed; what is entered about it later needs a reason.</source>
        <translation>%1 及以前已关账；此后补录须写明理由。</translation>
    </message>
    <message>
        <source>Keeping the import profile</source>
        <translation>存导入方案</translation>
    </message>
    <message>
        <source>The import profile %1 is kept.</source>
        <translation>导入方案 %1 已存下。</translation>
    </message>
    <message>
        <source>Writing a QGIS project</source>
        <translation>写出 QGIS 项目</translation>
    </message>
    <message>
        <source>Adding photos</source>
        <translation>添加照片</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>添加了 %n 张照片。Ctrl+Z 撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Attaching a photo</source>
        <translation>归属照片</translation>
    </message>
    <message>
        <source>Attached. Ctrl+Z takes it back.</source>
        <translation>已归属。Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Adding rasters</source>
        <translation>添加栅格</translation>
    </message>
    <message numerus="yes">
        <source>%n rasters lie below the map now.</source>
        <translation>
            <numerusform>地图下面现有 %n 个栅格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the rasters</source>
        <translation>更改栅格</translation>
    </message>
    <message>
        <source>Entering the steps</source>
        <translation>写入步骤</translation>
    </message>
    <message>
        <source>The result&apos;s steps are in the ledger. Ctrl+Z takes them back.</source>
        <translation>结果的步骤已写入台账。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The result was removed with its layers. Ctrl+Z brings it back.</source>
        <translation>结果连同图层已删除。Ctrl+Z 可找回。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::RuleDialog</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>the conditions</source>
        <translation>同条件</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Features of which</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Without a condition: all that no other rule takes.</source>
        <translation>没有条件：其他规则都没有取走的要素。</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>符号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name in the legend</source>
        <translation>图例中的名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;From a scale of 1:</source>
        <translation>比例尺从 1:(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To a scale of 1:</source>
        <translation>到 1:(&amp;T)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::RunList</name>
    <message>
        <source>Results that are kept</source>
        <translation>保留的结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Click: show; double click: run again; F2: rename; Del: remove</source>
        <translation>单击：查看；双击：重新计算；F2：改名；Del：删除</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Adopt into the plan…</source>
        <translation>采纳进计划…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>%1, made %2 by %3</source>
        <translation>%1，%2 由 %3 生成</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Puts their figures and maps side by side</source>
        <translation>把它们的数字和地图并排</translation>
    </message>
    <message>
        <source>Choose two results or more: Ctrl and click.</source>
        <translation>请选两个以上结果：按住 Ctrl 单击。</translation>
    </message>
    <message>
        <source>Choose one result.</source>
        <translation>请选一个结果。</translation>
    </message>
    <message>
        <source>This result proposes no steps for the ledger.</source>
        <translation>这个结果没有提出台账步骤。</translation>
    </message>
    <message>
        <source>Enters the steps that the result proposes into the ledger</source>
        <translation>把结果提出的步骤写入台账</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::RunPanel</name>
    <message>
        <source>Run an algorithm in the Analysis panel, or choose a result that is kept there.</source>
        <translation>请在“分析”面板运行算法，或选一个保留的结果。</translation>
    </message>
    <message>
        <source>Adopt into the plan…</source>
        <translation>采纳进计划…</translation>
    </message>
    <message>
        <source>Figures of the result</source>
        <translation>结果的数字</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Layer of the result</source>
        <translation>结果的图层</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到它</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>复制表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Features of the result</source>
        <translation>结果的要素</translation>
    </message>
    <message>
        <source>%1 – %2, as of %3</source>
        <translation>%1 – %2，截至 %3</translation>
    </message>
    <message>
        <source>Its steps are in the ledger.</source>
        <translation>其步骤已写入台账。</translation>
    </message>
    <message>
        <source>Out of date: %1</source>
        <translation>已过时：%1</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>读取表格</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Curve of the result</source>
        <translation>结果曲线</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::SearchBox</name>
    <message>
        <source>Find a place or code (Ctrl+K)</source>
        <translation>查找地名或编号 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Find a place or code</source>
        <translation>查找地名或编号</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有叫这个名字的。</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Session</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>正在新建 %1</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>正在读取项目</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ShapePreview</name>
    <message>
        <source>Where the rows lie</source>
        <translation>各行的位置</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::SplitDialog</name>
    <message>
        <source>Split target %1</source>
        <translation>分解目标 %1</translation>
    </message>
    <message>
        <source>as the whole is planned</source>
        <translation>与总目标的计划相同</translation>
    </message>
    <message>
        <source>by shares of my own</source>
        <translation>自定各季份额</translation>
    </message>
    <message>
        <source>Share by the end of quarter %1</source>
        <translation>第 %1 季度末的累计份额</translation>
    </message>
    <message>
        <source>Q%1 </source>
        <translation>%1季度 </translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Counted there</source>
        <translation>该区域计数</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分目标</translation>
    </message>
    <message>
        <source>Part, in %1</source>
        <translation>分目标（%1）</translation>
    </message>
    <message>
        <source>Split it</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>&amp;Among</source>
        <translation>分解到(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quarters</source>
        <translation>分季(&amp;Q)</translation>
    </message>
    <message>
        <source>done by the end of</source>
        <translation>季末累计完成</translation>
    </message>
    <message>
        <source>&amp;Entered by</source>
        <translation>录入人(&amp;E)</translation>
    </message>
    <message>
        <source>Working out the parts…</source>
        <translation>正在计算各部分…</translation>
    </message>
    <message>
        <source>A village&apos;s target has no smaller parts.</source>
        <translation>村的目标不能再分解。</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>正在分解</translation>
    </message>
    <message>
        <source>Nothing counts in any of these areas, so there is nothing to split by.</source>
        <translation>这些区域里都没有可计的对象，无从分解。</translation>
    </message>
    <message>
        <source>The shares of the quarters are cumulative: none is less than the one before.</source>
        <translation>各季份额是累计数，不能小于上一季。</translation>
    </message>
    <message>
        <source>The parts do not add up to the whole.</source>
        <translation>各部分之和不等于总数。</translation>
    </message>
    <message>
        <source>With these parts the whole is not reached.</source>
        <translation>照此分解，总目标达不到。</translation>
    </message>
    <message>
        <source>Say who enters it.</source>
        <translation>请写明录入人。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) come to %1 of %2</source>
        <translation>
            <numerusform>%n 个部分合计 %1，总目标 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n part(s) already; these are added to them.</source>
        <translation>
            <numerusform>已有 %n 个分目标，这次另加</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel; the project stays as it was</source>
        <translation>取消；项目保持原样</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Scale of the map; type one or choose</source>
        <translation>地图比例尺，可输入或选择</translation>
    </message>
    <message>
        <source>The day for which map, figures and cards are shown</source>
        <translation>地图、指标和卡片显示的是这一天的状态</translation>
    </message>
    <message>
        <source>no coordinate system yet</source>
        <translation>尚无坐标系</translation>
    </message>
    <message>
        <source>Coordinate system of the project: %1 (%2). Everything is transformed into it on import; lengths and areas are measured on the ellipsoid.</source>
        <translation>项目坐标系：%1（%2）。导入时一律转换到此坐标系；长度和面积按椭球面量算。</translation>
    </message>
    <message>
        <source>The first data with a position decide on the coordinate system.</source>
        <translation>由第一份带位置的数据决定坐标系。</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Position of the pointer. A click changes between degrees, degrees with minutes and seconds, and the map&apos;s system.</source>
        <translation>光标位置。单击在度、度分秒和地图坐标系之间切换。</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Magnifier: enlarges the map with its symbols and texts; the scale stays</source>
        <translation>放大镜：地图连同符号、文字一起变大，比例尺不变</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::StretchBar</name>
    <message>
        <source>from station</source>
        <translation>起点桩号</translation>
    </message>
    <message>
        <source>to station</source>
        <translation>止点桩号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day in the field</source>
        <translation>现场日期</translation>
    </message>
    <message>
        <source>The day on which it happened in the field</source>
        <translation>现场实际发生的日期</translation>
    </message>
    <message>
        <source>who reports it</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Stop marking stretches</source>
        <translation>停止标记线路区间</translation>
    </message>
    <message>
        <source>There are no lines yet whose stretches are kept. Import them with Ctrl+I.</source>
        <translation>还没有可按桩号记录的线路。请按 Ctrl+I 导入。</translation>
    </message>
    <message>
        <source>%1, %2 km: drag along it from station to station.</source>
        <translation>%1，%2 公里：沿线从一个桩号拖到另一个桩号。</translation>
    </message>
    <message>
        <source>Click the line of which a stretch is to be recorded.</source>
        <translation>点击要记录其一段的线路。</translation>
    </message>
    <message>
        <source>%1: as the line</source>
        <translation>%1：同线路</translation>
    </message>
    <message>
        <source>A stretch begins before it ends: %1 is not before %2.</source>
        <translation>起点须在止点之前：%1 不在 %2 之前。</translation>
    </message>
    <message>
        <source>Write stations such as K1+250 or 1.25.</source>
        <translation>桩号请写成 K1+250 或 1.25。</translation>
    </message>
    <message>
        <source>Say who reports it, then record it again.</source>
        <translation>请先写明填报人，再记录。</translation>
    </message>
    <message>
        <source>Recording a stretch</source>
        <translation>正在记录一段线路</translation>
    </message>
    <message>
        <source>%1, %2 to %3: recorded as of %4. Ctrl+Z takes it back.</source>
        <translation>%1，%2 至 %3：已记录，自 %4 起。按 Ctrl+Z 撤销。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::StretchSheet</name>
    <message>
        <source>Reading a line</source>
        <translation>正在读取线路</translation>
    </message>
    <message>
        <source>This line has no code, so that nothing can be kept of its stations. Give it one first.</source>
        <translation>这条线路没有编号，无法记录其桩号。请先给它编号。</translation>
    </message>
    <message>
        <source>%1 to %2, %3 km</source>
        <translation>%1 至 %2，%3 公里</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::StyleDialog</name>
    <message>
        <source>Style of %1</source>
        <translation>%1的样式</translation>
    </message>
    <message>
        <source>by status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>one symbol</source>
        <translation>单一符号</translation>
    </message>
    <message>
        <source>by category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按数值分级</translation>
    </message>
    <message>
        <source>&amp;Drawn</source>
        <translation>表达方式(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>字段(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>分级数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Width of lines</source>
        <translation>线宽(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>注记(&amp;L)</translation>
    </message>
    <message>
        <source>Size of labels</source>
        <translation>注记大小</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>By status, sizes and labels are the programme&apos;s. Choose another way of drawing to change them.</source>
        <translation>按状态表达时，大小和注记由专项决定。换一种表达方式即可修改。</translation>
    </message>
    <message>
        <source>all features</source>
        <translation>全部要素</translation>
    </message>
    <message>
        <source>Reading values</source>
        <translation>正在读取数值</translation>
    </message>
    <message>
        <source>as a density</source>
        <translation>热力图（密度）</translation>
    </message>
    <message>
        <source>as many features in each</source>
        <translation>每级个数相等</translation>
    </message>
    <message>
        <source>natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>equal intervals</source>
        <translation>等间隔</translation>
    </message>
    <message>
        <source>round numbers</source>
        <translation>取整数</translation>
    </message>
    <message>
        <source>by colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>by size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>by colour and size</source>
        <translation>颜色和大小</translation>
    </message>
    <message>
        <source>C&amp;ut</source>
        <translation>分级方法(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Told apart</source>
        <translation>区分方式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Read…</source>
        <translation>读入(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>写出(&amp;W)…</translation>
    </message>
    <message>
        <source>Read a style</source>
        <translation>读入样式</translation>
    </message>
    <message>
        <source>Styles of QGIS (*.qml *.sld)</source>
        <translation>QGIS 样式 (*.qml *.sld)</translation>
    </message>
    <message>
        <source>Reading a style</source>
        <translation>正在读入样式</translation>
    </message>
    <message>
        <source>Everything in the file was taken over.</source>
        <translation>文件中的内容已全部采用。</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>未采用：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Write the style for QGIS</source>
        <translation>写出 QGIS 样式</translation>
    </message>
    <message>
        <source>Style of QGIS (*.qml)</source>
        <translation>QGIS 样式 (*.qml)</translation>
    </message>
    <message>
        <source>Styled Layer Descriptor (*.sld)</source>
        <translation>SLD 样式 (*.sld)</translation>
    </message>
    <message>
        <source>The style was written: %1</source>
        <translation>样式已写出：%1</translation>
    </message>
    <message>
        <source>No fill over &amp;rasters</source>
        <translation>有栅格时不填充(&amp;R)</translation>
    </message>
    <message>
        <source>Where pictures, terrains or online maps lie below the map, only borders are drawn</source>
        <translation>地图下面有影像、地形或在线底图时，只画边界</translation>
    </message>
    <message>
        <source>by rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>joined where they lie together</source>
        <translation>挤在一起的合成一个（聚合）</translation>
    </message>
    <message>
        <source>Enter or a double click opens a symbol or a rule</source>
        <translation>回车或双击打开符号或规则</translation>
    </message>
    <message>
        <source>Si&amp;ze by</source>
        <translation>大小跟随(&amp;Z)</translation>
    </message>
    <message>
        <source>Whole at the &amp;value</source>
        <translation>原大对应的值(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;urned by</source>
        <translation>方向跟随(&amp;U)</translation>
    </message>
    <message>
        <source>R&amp;adius of density or clusters</source>
        <translation>密度或聚合的半径(&amp;A)</translation>
    </message>
    <message>
        <source>Colours &amp;below</source>
        <translation>下层颜色(&amp;B)</translation>
    </message>
    <message>
        <source>are covered</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>are multiplied</source>
        <translation>正片叠底</translation>
    </message>
    <message>
        <source>are screened</source>
        <translation>滤色</translation>
    </message>
    <message>
        <source>are overlaid</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>stay where darker</source>
        <translation>留较暗的</translation>
    </message>
    <message>
        <source>stay where lighter</source>
        <translation>留较亮的</translation>
    </message>
    <message>
        <source>The value at which a marker has the size given above; its area goes by the value</source>
        <translation>取这个值时符号正好是上面的大小；面积随值变化</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>&amp;Leader lines where there is no room</source>
        <translation>放不下时用引线(&amp;L)</translation>
    </message>
    <message>
        <source>Labels that find no place at their point or in their area stand further out, with a thin line to it</source>
        <translation>在点旁或面内排不下的标注放到外面，用细线引回去</translation>
    </message>
    <message>
        <source>Chinese text &amp;may stand</source>
        <translation>中文可以直排(&amp;M)</translation>
    </message>
    <message>
        <source>From top to bottom along steep lines and in tall narrow areas</source>
        <translation>沿陡线和在窄长的面里自上而下排</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::SymbolDialog</name>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>填充(&amp;F)</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>无</translation>
    </message>
    <message>
        <source>hatched</source>
        <translation>斜线</translation>
    </message>
    <message>
        <source>crossed</source>
        <translation>交叉线</translation>
    </message>
    <message>
        <source>hollow</source>
        <translation>空心</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>&amp;Marking</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>三角</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>菱形</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>十字</translation>
    </message>
    <message>
        <source>picture (SVG)</source>
        <translation>图片（SVG）</translation>
    </message>
    <message>
        <source>letters or signs</source>
        <translation>文字或符号</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>形状(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>文字(&amp;L)</translation>
    </message>
    <message>
        <source>F&amp;ont</source>
        <translation>字体(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation>大小(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Turned</source>
        <translation>转角(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>轮廓(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;asing</source>
        <translation>镶边(&amp;A)</translation>
    </message>
    <message>
        <source>Width with casin&amp;g</source>
        <translation>含镶边的宽度(&amp;G)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (*.svg)</source>
        <translation>图片 (*.svg)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 无法读取：%2</translation>
    </message>
    <message>
        <source>%1 is too large: a symbol takes up to 256 KB.</source>
        <translation>%1 太大：一个符号最多 256 KB。</translation>
    </message>
    <message>
        <source>%1 is no SVG picture.</source>
        <translation>%1 不是 SVG 图片。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TargetDialog</name>
    <message>
        <source>New target</source>
        <translation>新建目标</translation>
    </message>
    <message>
        <source>Adjust target %1</source>
        <translation>调整目标 %1</translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation>任务(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>口径(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>责任(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Scope</source>
        <translation>范围(&amp;S)</translation>
    </message>
    <message>
        <source>its number in the plan, such as R02</source>
        <translation>方案中的编号，如 R02</translation>
    </message>
    <message>
        <source>name of the plan it stands in</source>
        <translation>出自哪个方案</translation>
    </message>
    <message>
        <source>the sentence of the plan, word for word</source>
        <translation>方案原文，照抄</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>编号(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>方案(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;entence</source>
        <translation>原文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Indicator</source>
        <translation>指标(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>区域(&amp;A)</translation>
    </message>
    <message>
        <source>Target &amp;value</source>
        <translation>目标值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Commitment</source>
        <translation>力度(&amp;C)</translation>
    </message>
    <message>
        <source>The chosen indicator is counted in one way only.</source>
        <translation>所选指标只有一种算法。</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>by</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>as the plan words it, also where it gives no year</source>
        <translation>照方案的说法，没写年份的也照抄</translation>
    </message>
    <message>
        <source>frozen as on</source>
        <translation>冻结于</translation>
    </message>
    <message>
        <source>as it was planned before</source>
        <translation>仍按原计划</translation>
    </message>
    <message>
        <source>Without a due day nothing is forecast, and the target stays &apos;without a year&apos; until one is filled in.</source>
        <translation>没有期限就不预测，目标一直显示“未定年份”，填上为止。</translation>
    </message>
    <message>
        <source>St&amp;art</source>
        <translation>开始(&amp;A)</translation>
    </message>
    <message>
        <source>D&amp;ue</source>
        <translation>期限(&amp;U)</translation>
    </message>
    <message>
        <source>Due &amp;in words</source>
        <translation>期限原话(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Reported</source>
        <translation>报送周期(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>基期(&amp;B)</translation>
    </message>
    <message>
        <source>P&amp;lanned</source>
        <translation>计划曲线(&amp;L)</translation>
    </message>
    <message>
        <source>several with 、 or ; in between</source>
        <translation>多个单位用“、”或“;”隔开</translation>
    </message>
    <message>
        <source>Who reports must not be who accepts</source>
        <translation>填报人与验收人必须分开</translation>
    </message>
    <message>
        <source>Veto: red here turns the whole red</source>
        <translation>一票否决：此项亮红，总目标亮红</translation>
    </message>
    <message>
        <source>&amp;Leader</source>
        <translation>责任领导(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ead unit</source>
        <translation>牵头单位(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Co-operating units</source>
        <translation>配合单位(&amp;C)</translation>
    </message>
    <message>
        <source>Only the checked areas count; none checked: all of the target&apos;s area.</source>
        <translation>只计勾选的区域；一个不勾，计目标区域的全部。</translation>
    </message>
    <message>
        <source>part of a name or code</source>
        <translation>名称或代码的一部分</translation>
    </message>
    <message>
        <source>Look for an area</source>
        <translation>查找区域</translation>
    </message>
    <message>
        <source>Areas that count</source>
        <translation>计入的区域</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Adjust it</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>why; the version before is kept</source>
        <translation>为什么调整；旧版本保留</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Give the target the number it has in the plan.</source>
        <translation>请填目标在方案中的编号。</translation>
    </message>
    <message>
        <source>Choose the area it is promised for, by name or code.</source>
        <translation>请选定目标所属区域，可输名称或代码。</translation>
    </message>
    <message>
        <source>Work that is planned by the season needs a start and a due day.</source>
        <translation>按季节安排的计划要有开始日和期限。</translation>
    </message>
    <message>
        <source>Say why the target is adjusted.</source>
        <translation>请写明调整原因。</translation>
    </message>
    <message>
        <source>Say who enters it.</source>
        <translation>请写明录入人。</translation>
    </message>
    <message>
        <source>Contradiction: %1</source>
        <translation>冲突：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TargetVersionsDialog</name>
    <message>
        <source>Versions of target %1</source>
        <translation>目标 %1 的历次版本</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reading versions</source>
        <translation>正在读取版本</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TaskGuidePanel</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TileFetcher</name>
    <message>
        <source>Fetching map tiles</source>
        <translation>正在取瓦片</translation>
    </message>
    <message>
        <source>%1 cannot be fetched: %2. What was seen before is shown; it is tried again by itself.</source>
        <translation>%1 取不到：%2。显示以前看过的部分，稍后会自动再试。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TilesDialog</name>
    <message>
        <source>Add an online map</source>
        <translation>添加在线底图</translation>
    </message>
    <message>
        <source>another, by its address</source>
        <translation>其他，按网址</translation>
    </message>
    <message>
        <source>web Mercator (w)</source>
        <translation>Web 墨卡托（w）</translation>
    </message>
    <message>
        <source>longitude and latitude (c)</source>
        <translation>经纬度（c）</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>网址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tiles in</source>
        <translation>切片方式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Deepest level</source>
        <translation>最深级别(&amp;D)</translation>
    </message>
    <message>
        <source>Your &amp;key</source>
        <translation>你的密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>This server wants a key of your own: make one at the server&apos;s site and write it here. It stays with you and is no part of the project.</source>
        <translation>这个服务器要用自己的密钥：请到其网站申请后填在这里。密钥只留在本机，不写进项目。</translation>
    </message>
    <message>
        <source>The address begins with https:// and holds {z}, {x} and {y}; the map needs a name.</source>
        <translation>网址以 https:// 开头，并含 {z}、{x} 和 {y}；还要给底图起名。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TimeSlider</name>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How much time passes in a second</source>
        <translation>每秒走过多少时间</translation>
    </message>
    <message>
        <source>a week a second</source>
        <translation>每秒一周</translation>
    </message>
    <message>
        <source>a month a second</source>
        <translation>每秒一月</translation>
    </message>
    <message>
        <source>a quarter a second</source>
        <translation>每秒一季</translation>
    </message>
    <message>
        <source>a year a second</source>
        <translation>每秒一年</translation>
    </message>
    <message>
        <source>Reading the dates</source>
        <translation>读取日期</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格键）</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TimeTrack</name>
    <message>
        <source>Day shown</source>
        <translation>显示日期</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>%1到期</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n statement(s)</source>
        <translation>
            <numerusform>%1：%n条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>No dates yet: they come with what you mark and with imported progress and targets.</source>
        <translation>还没有日期：标记进度、导入进度表或目标后就会出现。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TodayPanel</name>
    <message>
        <source>To be looked at</source>
        <translation>待关注事项</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>by township</source>
        <translation>按乡镇</translation>
    </message>
    <message>
        <source>by person</source>
        <translation>按责任人</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>列出哪些</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Looking for what is due</source>
        <translation>查找待办</translation>
    </message>
    <message>
        <source>Nothing is late, due within %1 days, contradictory or unproved. What is marked without evidence and what targets ask for appears here.</source>
        <translation>没有滞后、%1天内到期、前后矛盾或缺佐证的事项。无佐证的标记和目标的要求会列在这里。</translation>
    </message>
    <message>
        <source>Open a project to see what is due.</source>
        <translation>打开项目即可查看待办。</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定责任人</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未归属</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>责任人</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Ui</name>
    <message>
        <source>easting or longitude</source>
        <translation>横坐标或经度</translation>
    </message>
    <message>
        <source>northing or latitude</source>
        <translation>纵坐标或纬度</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>date of the status</source>
        <translation>状态日期</translation>
    </message>
    <message>
        <source>name of the township</source>
        <translation>乡镇名称</translation>
    </message>
    <message>
        <source>name of the village</source>
        <translation>村名</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The value stays as it was.</source>
        <translation>原值不变。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>%1 is out of range</source>
        <translation>%1 超出允许范围</translation>
    </message>
    <message>
        <source>a whole number is wanted</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>yes or no is wanted</source>
        <translation>应填“是”或“否”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one of the choices</source>
        <translation>“%1”不在可选项中</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Tables and maps (%1)</source>
        <translation>表格与地图数据 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>drawing layer %1</source>
        <translation>绘制图层 %1</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>the picked features are gone</source>
        <translation>所选要素已不存在</translation>
    </message>
    <message numerus="yes">
        <source>%n picked</source>
        <translation>
            <numerusform>已选 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Install the program again, or import the files one by one.</source>
        <translation>请重新安装程序，或逐个导入文件。</translation>
    </message>
    <message>
        <source>importing %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>the sample data are not there</source>
        <translation>找不到示例数据</translation>
    </message>
    <message>
        <source>the sample&apos;s list of files is empty or damaged</source>
        <translation>示例的文件清单为空或已损坏</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>行政村</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Read one map and one number</source>
        <translation>看一张图、一个数</translation>
    </message>
    <message>
        <source>Read the number below, in the Indicators table: percent, and the fraction beside it.</source>
        <translation>在下方“指标”表中读出这个数：百分比，旁边是分数。</translation>
    </message>
    <message>
        <source>Double click the row: the same number by township. Double click a township: by village.</source>
        <translation>双击这一行，看各乡镇的数；双击某个乡镇，看各村的数。</translation>
    </message>
    <message>
        <source>Change the as-of date in the bar to the end of an earlier year. Map and number go back in time.</source>
        <translation>把工具栏中的截至日期改到前一年年底，地图和数字随之回到当时。</translation>
    </message>
    <message>
        <source>Click a place on the map and read its card on the right: where it stands, since when, and why.</source>
        <translation>在地图上点一处，在右侧卡片中看它的现状、起始时间和原因。</translation>
    </message>
    <message>
        <source>Mark a work as accepted</source>
        <translation>把一处工程标记为已验收</translation>
    </message>
    <message>
        <source>Pick a line on the map, set its status and date, and watch the figures change. Then take it back.</source>
        <translation>在地图上选一条线，选状态和日期，看着数字变化，然后撤销。</translation>
    </message>
    <message>
        <source>Choose the Select tool (Ctrl+Shift+I) and click a work that is built but not accepted.</source>
        <translation>用“选择”工具（Ctrl+Shift+I）点一处已完工、未验收的工程。</translation>
    </message>
    <message>
        <source>Press Mark (Ctrl+M). Only the steps that may come next are offered.</source>
        <translation>按“标记”（Ctrl+M）。只能选允许的下一步。</translation>
    </message>
    <message>
        <source>Choose the status, the day it happened in the field, and who reports it. Press Mark.</source>
        <translation>选状态、现场日期，填写填报人，按“标记”。</translation>
    </message>
    <message>
        <source>The map, the card&apos;s history and the figures change at once.</source>
        <translation>地图、卡片历史和指标立即变化。</translation>
    </message>
    <message>
        <source>Press Ctrl+Z: it is taken back, and the history shows that, too.</source>
        <translation>按 Ctrl+Z 撤销，历史中也留有撤销记录。</translation>
    </message>
    <message>
        <source>Import a spreadsheet with bad rows</source>
        <translation>导入有错误行的表格</translation>
    </message>
    <message>
        <source>Drop a table on the window, see what was understood, and get a list of the rows that were refused.</source>
        <translation>把表格拖进窗口，看程序如何理解它，并得到一份拒收行清单。</translation>
    </message>
    <message>
        <source>Drag a spreadsheet from a folder onto the window, or press Ctrl+I and choose one; the sample folder has several.</source>
        <translation>从文件夹把表格拖到窗口，或按 Ctrl+I 选择；示例文件夹中有几份。</translation>
    </message>
    <message>
        <source>Look at the preview: encoding, coordinate system, and which column was taken for which field. Change what is wrong.</source>
        <translation>看预览：编码、坐标系、哪一列当作哪个字段。不对的就改。</translation>
    </message>
    <message>
        <source>Press Import. Good rows are taken in one step; the rest are listed with row number and reason.</source>
        <translation>按“导入”。正确的行一次采用；其余的列出行号和原因。</translation>
    </message>
    <message>
        <source>Open the file of refused rows, correct them, and drop it again.</source>
        <translation>打开拒收行清单，改正后再拖进来。</translation>
    </message>
    <message>
        <source>Find who is behind, and print it</source>
        <translation>找出谁落后，并打印出来</translation>
    </message>
    <message>
        <source>Ask the targets which townships will miss their date, and save the map for the meeting.</source>
        <translation>看哪些乡镇会误期，并把地图存下来开会用。</translation>
    </message>
    <message>
        <source>Open Milestones below: each target with its state in words, the pace it needs and the pace it has.</source>
        <translation>打开下方“里程碑”：每个目标的状态、需要的速度和实际的速度。</translation>
    </message>
    <message>
        <source>Rest the pointer on a row to read why it stands so.</source>
        <translation>把指针停在一行上，可看到判断的理由。</translation>
    </message>
    <message>
        <source>Click the row: the map goes to its area. In Indicators, choose the same indicator by township and sort by value.</source>
        <translation>点这一行，地图移到该区域。在“指标”中选同一指标、按乡镇，并按数值排序。</translation>
    </message>
    <message>
        <source>File, Save the map (Ctrl+Shift+E) writes it as PNG, SVG or PDF, with legend and date.</source>
        <translation>“文件 → 保存地图”（Ctrl+Shift+E）可存为 PNG、SVG 或 PDF，带图例和日期。</translation>
    </message>
    <message>
        <source>File, Write a report (Ctrl+R): milestones, figures, what is left, and the map, to print or to send.</source>
        <translation>“文件→生成报告”（Ctrl+R）：里程碑、指标、剩余清单和地图，可打印、可发送。</translation>
    </message>
    <message>
        <source>Read an overlay and the share that is reached, and go down to the villages that are left.</source>
        <translation>看专题图，读出完成比例，一级一级找到还没完成的村。</translation>
    </message>
    <message>
        <source>The overlay that is ticked in the tree on the left colours every place by where it stands; below it is its legend, with counts.</source>
        <translation>左侧图层树中勾选的专题图按进展给每一处着色；它下面是图例和数量。</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <translation>%1 %2，%3：%4</translation>
    </message>
    <message>
        <source>%1: %2 by %3</source>
        <translation>%1：%3前达到 %2</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未归属</translation>
    </message>
    <message>
        <source>the programme of target %1 is not there</source>
        <translation>目标 %1 所属的专项未加载</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not follow on &apos;%2&apos;</source>
        <translation>“%2”之后不能是“%1”</translation>
    </message>
    <message>
        <source>&apos;%1&apos; without paper or photo</source>
        <translation>“%1”，但无文件或照片</translation>
    </message>
    <message>
        <source>late</source>
        <translation>滞后或逾期</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>前后矛盾</translation>
    </message>
    <message>
        <source>unproved</source>
        <translation>缺佐证</translation>
    </message>
    <message>
        <source>there is no layer %1</source>
        <translation>没有图层 %1</translation>
    </message>
    <message>
        <source>target %1 is a draft</source>
        <translation>目标 %1 是草案</translation>
    </message>
    <message>
        <source>the whole project</source>
        <translation>整个项目</translation>
    </message>
    <message>
        <source>%1 (checked only)</source>
        <translation>%1（仅核查）</translation>
    </message>
    <message>
        <source>%1 (reported only)</source>
        <translation>%1（仅上报）</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>it is shown as it was known, or only what is proved</source>
        <translation>正按当时所知或只按已证实的显示</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实销号</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始整改</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>报送</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Strike off</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新整改</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回整改</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>who checks</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>active</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>已调整</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>结转</translation>
    </message>
    <message>
        <source>not laid down</source>
        <translation>未规定</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>每季</translation>
    </message>
    <message>
        <source>every half year</source>
        <translation>每半年</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>ensure</source>
        <translation>确保</translation>
    </message>
    <message>
        <source>strive for</source>
        <translation>力争</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>未定年份</translation>
    </message>
    <message>
        <source>evenly, as time passes</source>
        <translation>均衡（序时进度）</translation>
    </message>
    <message>
        <source>slow, fast, slow (S-curve)</source>
        <translation>先慢后快再慢（S 形）</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Any file (*)</source>
        <translation>任何文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m² (%2 mu)</source>
        <translation>%1 平方米（%2 亩）</translation>
    </message>
    <message>
        <source>%1 km² (%2 mu)</source>
        <translation>%1 平方公里（%2 亩）</translation>
    </message>
    <message>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <source>northeast</source>
        <translation>东北</translation>
    </message>
    <message>
        <source>east</source>
        <translation>东</translation>
    </message>
    <message>
        <source>southeast</source>
        <translation>东南</translation>
    </message>
    <message>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <source>southwest</source>
        <translation>西南</translation>
    </message>
    <message>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <source>northwest</source>
        <translation>西北</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::UndoPanel</name>
    <message>
        <source>What was done</source>
        <translation>做过的操作</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1. Can be taken back.</source>
        <translation>%1。可以撤销。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WarBoard</name>
    <message>
        <source>%1 Q%2</source>
        <translation>%1年
%2季度</translation>
    </message>
    <message>
        <source>Wall board</source>
        <translation>挂图作战</translation>
    </message>
    <message>
        <source>Wall board: tasks, deadlines and lights</source>
        <translation>挂图作战：任务、期限与状态灯</translation>
    </message>
    <message>
        <source>Judging targets</source>
        <translation>评判目标</translation>
    </message>
    <message>
        <source>State as of %1</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>未定期限</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Done / promised</source>
        <translation>完成 / 目标</translation>
    </message>
    <message>
        <source>Esc leaves the full screen</source>
        <translation>按 Esc 退出全屏</translation>
    </message>
    <message>
        <source>F11 fills the screen</source>
        <translation>按 F11 全屏</translation>
    </message>
    <message>
        <source>page %1 of %2 · %3</source>
        <translation>第 %1 页，共 %2 页 · %3</translation>
    </message>
    <message>
        <source>No targets yet. Import a table of targets with Ctrl+I in the main window: each becomes a task with a light at its deadline.</source>
        <translation>还没有目标。请在主窗口按 Ctrl+I 导入目标表：每个目标成为一项任务，在期限处亮灯。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WeighingPanel</name>
    <message>
        <source>What is weighed</source>
        <translation>评价什么</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测算</translation>
    </message>
    <message>
        <source>Measures all criteria on the land; then their weights can be moved</source>
        <translation>在土地上测算全部因子，之后可以拖动权重</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Click on the map to see what a place is made of.</source>
        <translation>点地图，看某处的得分由什么组成。</translation>
    </message>
    <message>
        <source>Compare in pairs…</source>
        <translation>两两比较…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Takes the last change of weights and exclusions back</source>
        <translation>撤回最近一次对权重或限制的改动</translation>
    </message>
    <message>
        <source>Keep as result</source>
        <translation>保留为结果</translation>
    </message>
    <message>
        <source>Best places with the present weights</source>
        <translation>按当前权重最好的地块</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria or exclusions are left out, or known in part. Point here for more.</source>
        <translation>
            <numerusform>%n 个因子或限制被略去或只知一部分。指向此处看说明。</numerusform>
        </translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>“%1”的权重</translation>
    </message>
    <message>
        <source>Nobody builds where it is</source>
        <translation>以下地方不能建</translation>
    </message>
    <message>
        <source>This place is outside the land that was measured.</source>
        <translation>此处不在测算范围内。</translation>
    </message>
    <message>
        <source>Score here: %1.</source>
        <translation>此处得分：%1。</translation>
    </message>
    <message>
        <source>Too little is known here.</source>
        <translation>此处资料不足。</translation>
    </message>
    <message>
        <source>Nobody builds here: %1.</source>
        <translation>此处不能建：%1。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WelcomePage</name>
    <message>
        <source>Cuntu</source>
        <translation>村图</translation>
    </message>
    <message>
        <source>Enter once where every village stands; read it on the map, in figures and in reports, as of any day.</source>
        <translation>每个村的进展只录一次，图上、表里、报告里随时看任意一天的状态。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing yet. A project is one file, and everything about a region is in it.</source>
        <translation>暂无。一个项目就是一个文件，一个地区的全部内容都在里面。</translation>
    </message>
    <message>
        <source>The sample county</source>
        <translation>示例县</translation>
    </message>
    <message>
        <source>A made-up county with the data, and the mistakes, that real ones have. Four tasks of five minutes:</source>
        <translation>一个虚构的县，有真实县里常见的数据和差错。四个五分钟任务：</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Start afresh: make the working copy again</source>
        <translation>从头开始：重新建立工作副本</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>开始：%1</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WindowActions</name>
    <message>
        <source>Open a project first.</source>
        <translation>请先打开项目。</translation>
    </message>
    <message>
        <source>Pick something on the map first.</source>
        <translation>请先在地图上选择。</translation>
    </message>
    <message>
        <source>What is picked has no status to be marked.</source>
        <translation>所选要素没有可标记的状态。</translation>
    </message>
    <message>
        <source>The project is read-only: %1</source>
        <translation>项目为只读：%1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>An import cannot be taken back.</source>
        <translation>导入不能撤销。</translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WindowPanels</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Undo list</source>
        <translation>撤销列表</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Suitability</source>
        <translation>适宜性</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>剖面</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>鹰眼图</translation>
    </message>
</context>
</TS>
