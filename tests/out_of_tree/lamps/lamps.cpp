// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest programme that is one: street lamps, needed or lit, and the share that is lit.
#include "core/plugin/plugin.h"

namespace {

using namespace cuntu;

/// Id of the programme. A function: plugins have no static objects whose making could throw.
QString programmeId()
{
    return QStringLiteral("lamps");
}

Status status(const QString &id, const Text &name, StatusClass countsAs, quint32 colour)
{
    Status status;
    status.id = id;
    status.name = name;
    status.countsAs = countsAs;
    status.colour = colour;
    return status;
}

void addLifeCycle(Registry &draft)
{
    LifeCycle cycle;
    cycle.id = QStringLiteral("lamp_life");
    cycle.name = {QStringLiteral("路灯状态"), QStringLiteral("State of lamps")};
    cycle.statuses = {
        status(QStringLiteral("NEEDED"), {QStringLiteral("待装"), QStringLiteral("needed")}, StatusClass::Need,
               0xcc6677),
        status(QStringLiteral("LIT"), {QStringLiteral("已亮"), QStringLiteral("lit")}, StatusClass::Done, 0x117733)};
    cycle.transitions = {{QStringLiteral("NEEDED"), QStringLiteral("LIT"), false}};
    draft.lifeCycles.push_back(cycle);
}

void addLayer(Registry &draft)
{
    Field code;
    code.id = QStringLiteral("code");
    code.name = {QStringLiteral("编号"), QStringLiteral("Code")};
    code.required = true;
    LayerSchema layer;
    layer.id = QStringLiteral("lamps");
    layer.name = {QStringLiteral("路灯"), QStringLiteral("Lamps")};
    layer.geometry = GeometryType::Point;
    layer.fields = {code};
    layer.keyField = code.id;
    layer.tracks = {{programmeId(), QStringLiteral("lamp_life")}};
    layer.programme = programmeId();
    draft.layers.push_back(layer);
}

void addIndicator(Registry &draft)
{
    Indicator lit;
    lit.id = QStringLiteral("lit_share");
    lit.programme = programmeId();
    lit.name = {QStringLiteral("亮灯率"), QStringLiteral("Share of lamps that are lit")};
    lit.help = {QStringLiteral("已亮路灯占全部路灯的比例"), QStringLiteral("Lamps that are lit, of all lamps")};
    lit.unit = QStringLiteral("%");
    lit.countedThing = QStringLiteral("盏");
    lit.evaluate = [](const IndicatorInput &, const JobContext &) -> Result<IndicatorSet> { return IndicatorSet{}; };
    draft.indicators.push_back(lit);
}

} // namespace

/// The plugin's one class.
class Lamps : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "lamps.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    Result<void> contribute(Registry &draft) override
    {
        Programme programme;
        programme.id = programmeId();
        programme.name = {QStringLiteral("路灯"), QStringLiteral("Street lamps")};
        programme.help = {QStringLiteral("记录路灯的安装"), QStringLiteral("Tracks the putting up of street lamps")};
        programme.mainIndicator = QStringLiteral("lit_share");
        draft.programmes.push_back(programme);
        addLifeCycle(draft);
        addLayer(draft);
        addIndicator(draft);
        return {};
    }
};

#include "lamps.moc"
