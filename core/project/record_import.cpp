// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/record_import.h"

#include "core/base/text.h"
#include "core/project/import_roles.h"
#include "core/project/target_rules.h"
#include "core/store/ledger_table.h"
#include "core/store/target_table.h"

#include <QRegularExpression>
#include <QSet>

namespace cuntu {

namespace {

Field column(const char *id, const char16_t *zh, const char *en, QStringList synonyms, bool required = false)
{
    Field field;
    field.id = QString::fromLatin1(id);
    field.name = {QString::fromUtf16(zh), QString::fromLatin1(en)};
    field.synonyms = std::move(synonyms);
    field.required = required;
    return field;
}

QString cell(const LayerSchema &schema, const FeatureRow &row, const char *field)
{
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (schema.fields[i].id == QLatin1String(field)) {
            const auto *text = std::get_if<std::string>(&row.values[i]);
            return text ? QString::fromStdString(*text) : QString();
        }
    }
    return {};
}

void reject(ImportReport &report, const FeatureRow &row, const QString &columnName, const QString &reason)
{
    report.findings.push_back({row.sourceRow, columnName, reason, true});
    ++report.rejected;
}

} // namespace

LayerSchema progressSchema(const LayerSchema &layer)
{
    LayerSchema schema;
    schema.id = QStringLiteral("progress");
    schema.name = {QStringLiteral("进度"), QStringLiteral("Progress")};
    QStringList keyNames{QStringLiteral("编号"), QStringLiteral("code"), QStringLiteral("id")};
    if (const Field *key = layer.findField(layer.keyField)) {
        keyNames << key->id << key->name.zh << key->name.en << key->synonyms;
    }
    Field date = column("date", u"日期", "Date", {QStringLiteral("状态日期"), QStringLiteral("时间")}, true);
    date.type = FieldType::Date;
    schema.fields = {column("key", u"对象编号", "Feature", keyNames, true),
                     column("state", u"状态", "Status", {QStringLiteral("进度"), QStringLiteral("status")}, true), date,
                     column("who", u"经办人", "Reported by", {QStringLiteral("填报人"), QStringLiteral("who")}),
                     column("note", u"备注", "Note", {QStringLiteral("说明"), QStringLiteral("remark")})};
    return schema;
}

namespace {

/// The one of @p tracks that has a status called @p word, or a sentence that says why there is none.
tl::expected<RowStatus, QString> statusFor(const std::vector<TrackCycle> &tracks, const QString &word)
{
    const std::vector<TrackStatus> found = statusesCalled(word, tracks);
    if (found.empty()) {
        return tl::unexpected(Core::tr("'%1' is no known status").arg(word));
    }
    if (found.size() > 1) {
        QStringList programmes;
        for (const TrackStatus &each : found) {
            programmes << each.programme;
        }
        return tl::unexpected(Core::tr("'%1' is a status of several programmes (%2); say which one is meant")
                                  .arg(word, programmes.join(QStringLiteral(", "))));
    }
    return RowStatus{found.front().programme, found.front().status->id, std::nullopt};
}

} // namespace

Result<void> addProgress(Database &database, const LayerSchema &layer, const std::vector<TrackCycle> &tracks,
                         const ProgressSource &from, const std::vector<FeatureRow> &rows, ImportReport &report)
{
    const LayerSchema schema = progressSchema(layer);
    auto find = database.prepare(
        QStringLiteral("SELECT id FROM %1 WHERE %2 = ?")
            .arg(quoted(layer.id), quoted(layer.keyField.isEmpty() ? QStringLiteral("id") : layer.keyField)));
    auto known =
        database.prepare(QStringLiteral("SELECT 1 FROM cuntu_entry WHERE layer = ? AND feature_id = ? AND status = ? "
                                        "AND effective_date = ? AND programme = ? AND measure = '' LIMIT 1"));
    if (!find || !known) {
        return find ? known.error() : find.error();
    }
    std::vector<Entry> entries;
    for (const FeatureRow &row : rows) {
        const QString key = cell(schema, row, "key");
        find->bind(0, key);
        auto there = find->step();
        if (!there) {
            return there.error();
        }
        const FeatureId id{*there ? find->integer(0) : 0};
        find->reset();
        if (id.isNone()) {
            reject(report, row, schema.fields[0].name.toString(),
                   Core::tr("layer %1 has no feature %2").arg(layer.id, key));
            continue;
        }
        const auto status = statusFor(tracks, cell(schema, row, "state"));
        if (!status) {
            reject(report, row, schema.fields[1].name.toString(), status.error());
            continue;
        }
        const QString date = cell(schema, row, "date");
        known->bind(0, layer.id);
        known->bind(1, id.value);
        known->bind(2, status->status);
        known->bind(3, date);
        known->bind(4, status->programme);
        auto repeated = known->step();
        if (!repeated) {
            return repeated.error();
        }
        known->reset();
        ++report.taken;
        if (*repeated) {
            ++report.updated;
            continue;
        }
        const QString reporter = cell(schema, row, "who");
        Entry entry;
        entry.action = from.action;
        entry.track = {status->programme, layer.id, {}};
        entry.feature = id;
        entry.status = status->status;
        entry.effective = Day::fromIso(date).value_or(Day::today());
        entry.recorded = Instant::now();
        entry.who = reporter.isEmpty() ? from.who : reporter;
        entry.note = cell(schema, row, "note");
        entry.source = from.source;
        entries.push_back(std::move(entry));
    }
    return appendEntries(database, entries);
}

LayerSchema areaEventSchema()
{
    LayerSchema schema;
    schema.id = import_role::areaEvents;
    schema.name = {QStringLiteral("区划变更"), QStringLiteral("Changes of areas")};
    Field date = column("date", u"日期", "Date", {QStringLiteral("变更日期"), QStringLiteral("生效日期")}, true);
    date.type = FieldType::Date;
    Field kind = column("kind", u"变更类型", "Kind", {QStringLiteral("类型"), QStringLiteral("方式")}, true);
    kind.type = FieldType::Choice;
    kind.choices = {{toString(AreaEvent::Kind::Renamed),
                     {QStringLiteral("更名"), QStringLiteral("Renamed")},
                     {QStringLiteral("改名")}},
                    {toString(AreaEvent::Kind::Recoded),
                     {QStringLiteral("代码变更"), QStringLiteral("Recoded")},
                     {QStringLiteral("改码"), QStringLiteral("划转")}},
                    {toString(AreaEvent::Kind::Merged),
                     {QStringLiteral("合并"), QStringLiteral("Merged")},
                     {QStringLiteral("撤并"), QStringLiteral("并入")}},
                    {toString(AreaEvent::Kind::Split),
                     {QStringLiteral("拆分"), QStringLiteral("Split")},
                     {QStringLiteral("分设"), QStringLiteral("析置")}}};
    schema.fields = {
        date, kind,
        column("from_code", u"原代码", "Old code", {QStringLiteral("旧代码"), QStringLiteral("变更前代码")}, true),
        column("to_code", u"新代码", "New code", {QStringLiteral("现代码"), QStringLiteral("变更后代码")}, true),
        column("note", u"依据", "Note", {QStringLiteral("备注"), QStringLiteral("文号")})};
    return schema;
}

Result<void> addAreaEvents(Database &database, ActionId action, const std::vector<FeatureRow> &rows,
                           ImportReport &report)
{
    const LayerSchema schema = areaEventSchema();
    constexpr AreaEvent::Kind k_kinds[] = {AreaEvent::Kind::Renamed, AreaEvent::Kind::Recoded, AreaEvent::Kind::Merged,
                                           AreaEvent::Kind::Split};
    for (const FeatureRow &row : rows) {
        AreaEvent event;
        event.date = Day::fromIso(cell(schema, row, "date")).value_or(Day::today());
        for (const AreaEvent::Kind kind : k_kinds) {
            event.kind = cell(schema, row, "kind") == toString(kind) ? kind : event.kind;
        }
        const auto from = AreaCode::parse(cell(schema, row, "from_code"));
        const auto to = AreaCode::parse(cell(schema, row, "to_code"));
        if (!from || !to) {
            const std::size_t wrong = from ? 3 : 2;
            reject(report, row, schema.fields[wrong].name.toString(),
                   Core::tr("'%1' is no area code").arg(cell(schema, row, from ? "to_code" : "from_code")));
            continue;
        }
        if (*from == *to && event.kind != AreaEvent::Kind::Renamed) {
            reject(report, row, schema.fields[3].name.toString(), Core::tr("the new code is the old one"));
            continue;
        }
        event.from = *from;
        event.to = *to;
        event.note = cell(schema, row, "note");
        auto known = database.integer(
            QStringLiteral(
                "SELECT count(*) FROM cuntu_area_event WHERE event_date = ? AND from_code = ? AND to_code = ?"),
            {event.date.toIso().toStdString(), from->toString().toStdString(), to->toString().toStdString()});
        auto listed = database.integer(QStringLiteral("SELECT count(*) FROM cuntu_area WHERE code = ?"),
                                       {to->toString().toStdString()});
        if (!known || !listed) {
            return known ? listed.error() : known.error();
        }
        ++report.taken;
        if (*known > 0) {
            ++report.updated;
            continue;
        }
        if (*listed == 0) {
            ++report.warnings;
            report.findings.push_back({row.sourceRow, schema.fields[3].name.toString(),
                                       Core::tr("no list of areas names %1 yet").arg(to->toString()), false});
        }
        auto done = insertAreaEvent(database, event, action);
        if (!done) {
            return done;
        }
    }
    return {};
}

LayerSchema targetSchema(const Registry &registry)
{
    LayerSchema schema;
    schema.id = import_role::targets;
    schema.name = {QStringLiteral("目标"), QStringLiteral("Targets")};
    Field value = column("value", u"目标值", "Target value", {QStringLiteral("目标"), QStringLiteral("target")}, true);
    value.type = FieldType::Real;
    schema.fields = {
        column("label", u"编号", "Number", {QStringLiteral("序号"), QStringLiteral("label")}, true),
        column("programme", u"项目", "Programme", {}),
        column("indicator", u"指标", "Indicator", {}, true),
        column("area", u"区域代码", "Area code", {QStringLiteral("区划代码"), QStringLiteral("area")}, true),
        value,
        column("unit", u"单位", "Unit", {}),
        column("start", u"开始日期", "Start", {QStringLiteral("开始")}),
        column("due", u"期限", "Due",
               {QStringLiteral("完成期限"), QStringLiteral("截止日期"), QStringLiteral("deadline")}),
        column("commitment", u"力度", "Commitment", {}),
        column("lead_unit", u"牵头单位", "Lead unit", {}),
        column("other_units", u"配合单位", "Co-operating units", {}),
        column("responsible", u"责任人", "Responsible", {QStringLiteral("责任领导")}),
        column("clause", u"原文", "Sentence of the plan", {QStringLiteral("依据"), QStringLiteral("clause")}),
        column("plan", u"方案", "Plan", {QStringLiteral("文件"), QStringLiteral("方案名称")}),
        column("scope", u"范围", "Areas that count", {QStringLiteral("实施范围")}),
        column("cadence", u"报送周期", "Reporting cadence", {QStringLiteral("报送频次")}),
        column("baseline", u"基期", "Baseline", {QStringLiteral("基数日期")}),
        column("separate_checker", u"验收回避", "Somebody else accepts", {QStringLiteral("报验分离")}),
        column("veto", u"一票否决", "Veto", {}),
    };
    QSet<QString> seen;
    for (const Field &field : schema.fields) {
        seen.insert(field.id);
    }
    for (const Indicator &indicator : registry.indicators) {
        for (const Parameter &parameter : indicator.parameters) {
            if (!seen.contains(parameter.id)) {
                seen.insert(parameter.id);
                Field field;
                field.id = parameter.id;
                field.name = parameter.name;
                schema.fields.push_back(std::move(field));
            }
        }
    }
    return schema;
}

namespace {

/// Text form of a parameter as ParameterValues reads it: yes and no become true and false.
QString parameterText(const Parameter &parameter, const QString &text)
{
    if (parameter.type == ParameterType::Boolean) {
        if (const auto answer = parseYesNo(text)) {
            return *answer ? QStringLiteral("true") : QStringLiteral("false");
        }
    }
    return normalised(text);
}

Result<QMap<QString, QString>> parametersOf(const Indicator &indicator, const LayerSchema &schema,
                                            const FeatureRow &row)
{
    QMap<QString, QString> given;
    for (const Parameter &parameter : indicator.parameters) {
        const QString text = cell(schema, row, parameter.id.toLatin1().constData());
        if (!isBlankMark(text)) {
            given.insert(parameter.id, parameterText(parameter, text));
        }
    }
    auto checked = ParameterValues::parse(indicator.parameters, given);
    if (!checked) {
        return checked.error();
    }
    return given;
}

/// What a plan calls its cadence: 周报, 月报, 每季度, monthly ...
Cadence cadenceFrom(const QString &text)
{
    const std::pair<const char16_t *, Cadence> words[] = {{u"半年", Cadence::HalfYearly},
                                                          {u"周", Cadence::Weekly},
                                                          {u"月", Cadence::Monthly},
                                                          {u"季", Cadence::Quarterly},
                                                          {u"年", Cadence::Yearly}};
    for (const auto &[word, cadence] : words) {
        if (text.contains(QString::fromUtf16(word))) {
            return cadence;
        }
    }
    return cadenceFromString(text.trimmed().toLower()).value_or(Cadence::None);
}

/// The codes in a list such as '361126100、361126101'.
std::vector<AreaCode> areaCodes(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral("[、,，;；\\s]+"));
    std::vector<AreaCode> codes;
    for (const QString &part : text.split(mark, Qt::SkipEmptyParts)) {
        if (const auto code = AreaCode::parse(part)) {
            codes.push_back(*code);
        }
    }
    return codes;
}

} // namespace

Result<void> addTargetRows(Database &database, const Registry &registry, const LayerSchema &schema, ActionId action,
                           const std::vector<FeatureRow> &rows, ImportReport &report)
{
    auto listed = readAreas(database);
    auto events = listed ? readAreaEvents(database) : Result<std::vector<AreaEvent>>(listed.error());
    if (!events) {
        return events.error();
    }
    const AreaTree areas(std::move(*listed), std::move(*events));
    for (const FeatureRow &row : rows) {
        const Indicator *indicator = registry.findIndicator(cell(schema, row, "indicator"));
        if (!indicator) {
            reject(report, row, schema.findField(u"indicator")->name.toString(),
                   Core::tr("there is no indicator '%1'").arg(cell(schema, row, "indicator")));
            continue;
        }
        const auto area = AreaCode::parse(cell(schema, row, "area"));
        if (!area) {
            reject(report, row, schema.findField(u"area")->name.toString(),
                   Core::tr("'%1' is no area code").arg(cell(schema, row, "area")));
            continue;
        }
        auto parameters = parametersOf(*indicator, schema, row);
        if (!parameters) {
            reject(report, row, {}, parameters.error().sentence);
            continue;
        }
        Target target;
        target.label = cell(schema, row, "label");
        target.programme = indicator->programme;
        target.indicator = indicator->id;
        target.area = *area;
        target.parameters = *parameters;
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            if (schema.fields[i].id == QStringLiteral("value")) {
                target.value = std::get<double>(row.values[i]);
            }
        }
        if (const auto start = parseFieldDate(cell(schema, row, "start"))) {
            target.start = start->first;
        }
        target.dueText = cell(schema, row, "due");
        if (const auto due = parseFieldDate(target.dueText)) {
            target.due = due->last;
        } else {
            report.findings.push_back(
                {row.sourceRow, schema.findField(u"due")->name.toString(),
                 Core::tr("'%1' gives no year: no forecast is made until it is filled in").arg(target.dueText), false});
            ++report.warnings;
        }
        const QString commitment = cell(schema, row, "commitment");
        target.commitment = commitment.contains(QStringLiteral("力争")) ||
                                    commitment.compare(QStringLiteral("strive"), Qt::CaseInsensitive) == 0
                                ? Commitment::Strive
                                : Commitment::Ensure;
        target.leadUnit = cell(schema, row, "lead_unit");
        target.otherUnits = cell(schema, row, "other_units").split(QStringLiteral("、"), Qt::SkipEmptyParts);
        target.responsible = cell(schema, row, "responsible");
        target.clause = cell(schema, row, "clause");
        target.plan = cell(schema, row, "plan");
        target.cadence = cadenceFrom(cell(schema, row, "cadence"));
        target.scope = areaCodes(cell(schema, row, "scope"));
        if (const auto baseline = parseFieldDate(cell(schema, row, "baseline"))) {
            target.baseline = baseline->last;
        }
        target.separateChecker = parseYesNo(cell(schema, row, "separate_checker")).value_or(false);
        target.isVeto = parseYesNo(cell(schema, row, "veto")).value_or(false);
        if (auto sound = checkTarget(target, registry, areas); !sound) {
            reject(report, row, {}, sound.error().toText());
            continue;
        }
        auto inserted = insertTarget(database, target, action);
        if (!inserted) {
            return inserted.error();
        }
        ++report.taken;
    }
    return {};
}

} // namespace cuntu
