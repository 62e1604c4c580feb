// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/edit_bar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace cuntu::ui {
namespace {

const QString k_snaps = QStringLiteral("edit/snaps");
const QString k_reach = QStringLiteral("edit/reach_px");
const QString k_shared = QStringLiteral("edit/shared");
constexpr int k_usualReach_px = 10;

} // namespace

EditBar::EditBar(Workbench &bench, QWidget *parent) : QFrame(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("editBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(4);
    m_layer = new QComboBox;
    m_layer->setObjectName(QStringLiteral("editLayer"));
    m_layer->setAccessibleName(tr("Layer that is edited"));
    m_layer->setToolTip(m_layer->accessibleName());
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layer->setMinimumContentsLength(8);
    row->addWidget(m_layer);
    makeTools(*row);
    makeOptions(*row);
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("editHint"));
    m_hint->setProperty("role", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    row->addWidget(m_hint, 1);
    QToolButton *close = addButton(*row, "editClose", QStringLiteral("close"), tr("Stop editing"), {});
    close->setCheckable(false);
    connect(close, &QToolButton::clicked, this, &EditBar::closed);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        fitTools();
        Q_EMIT layerChanged();
    });
    hide();
}

QToolButton *EditBar::addButton(QHBoxLayout &row, const char *name, const QString &symbol, const QString &text,
                                const QString &key)
{
    auto *button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(icon(symbol, m_bench.theme));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setShortcut(QKeySequence(key));
    button->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
    button->setAccessibleName(text);
    row.addWidget(button);
    return button;
}

void EditBar::makeTools(QHBoxLayout &row)
{
    m_tools = new QButtonGroup(this);
    const auto add = [&](EditTool tool, const char *name, const char *symbol, const QString &text, const char *key) {
        m_tools->addButton(addButton(row, name, QString::fromLatin1(symbol), text, QString::fromLatin1(key)),
                           static_cast<int>(tool));
    };
    add(EditTool::Draw, "editDraw", "draw", tr("Draw a new feature"), "Alt+1");
    add(EditTool::Vertices, "editVertices", "vertices", tr("Move, add and take out vertices"), "Alt+2");
    add(EditTool::Move, "editMove", "pan", tr("Move a feature"), "Alt+3");
    add(EditTool::Split, "editSplit", "split", tr("Split a line"), "Alt+4");
    add(EditTool::Merge, "editMerge", "merge", tr("Merge two lines"), "Alt+5");
    add(EditTool::Reverse, "editReverse", "reverse", tr("Turn a line round"), "Alt+6");
    add(EditTool::Remove, "editRemove", "remove", tr("Remove a feature"), "Alt+7");
    connect(m_tools, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            say({});
            Q_EMIT toolChanged(tool());
        }
    });
}

void EditBar::makeOptions(QHBoxLayout &row)
{
    row.addSpacing(8);
    m_snap = addButton(row, "editSnap", QStringLiteral("magnet"), tr("Snap to vertices, crossings and lines"),
                       QStringLiteral("Alt+8"));
    m_snap->setChecked(m_bench.settings.value(k_snaps, true).toBool());
    m_reach = new QSpinBox;
    m_reach->setObjectName(QStringLiteral("editReach"));
    m_reach->setRange(2, 50);
    m_reach->setSuffix(tr(" px"));
    m_reach->setValue(m_bench.settings.value(k_reach, k_usualReach_px).toInt());
    m_reach->setAccessibleName(tr("How near is near enough"));
    m_reach->setToolTip(m_reach->accessibleName());
    row.addWidget(m_reach);
    m_shared = addButton(row, "editShared", QStringLiteral("shared"), tr("Neighbours that share a vertex go along"),
                         QStringLiteral("Alt+9"));
    m_shared->setChecked(m_bench.settings.value(k_shared, true).toBool());
    row.addSpacing(8);
    const auto keep = [this] {
        m_bench.settings.setValue(k_snaps, snaps());
        m_bench.settings.setValue(k_reach, m_reach->value());
        m_bench.settings.setValue(k_shared, isShared());
        Q_EMIT optionsChanged();
    };
    connect(m_snap, &QToolButton::toggled, this, keep);
    connect(m_shared, &QToolButton::toggled, this, keep);
    connect(m_reach, &QSpinBox::valueChanged, this, keep);
}

void EditBar::fillLayers()
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    const QString before = layer();
    QSignalBlocker quiet(m_layer);
    m_layer->clear();
    m_schemas.clear();
    const auto add = [this](const LayerSchema &schema) {
        const bool known = std::any_of(m_schemas.begin(), m_schemas.end(),
                                       [&](const LayerSchema &each) { return each.id == schema.id; });
        if (!known && schema.geometry != GeometryType::None && schema.geometry != GeometryType::Any) {
            m_schemas.push_back(schema);
            m_layer->addItem(schema.name.toString(), schema.id);
        }
    };
    for (const LayerInfo &info : state ? state->layers : std::vector<LayerInfo>()) {
        add(info.schema);
    }
    // Those that the programmes declare get a table with their first feature.
    for (const LayerSchema &schema : m_bench.session.registry().layers) {
        if (state && state->crs.isValid()) {
            add(m_bench.session.registry().layerSchema(schema.id).value_or(schema));
        }
    }
    setLayer(before);
    quiet.unblock();
    fitTools();
    if (layer() != before) {
        Q_EMIT layerChanged();
    }
}

QString EditBar::layer() const
{
    return m_layer->currentData().toString();
}

void EditBar::setLayer(const QString &layer)
{
    const int place = m_layer->findData(layer);
    if (place >= 0) {
        m_layer->setCurrentIndex(place);
    }
}

LayerSchema EditBar::schema() const
{
    const auto found = std::find_if(m_schemas.begin(), m_schemas.end(),
                                    [id = layer()](const LayerSchema &schema) { return schema.id == id; });
    return found == m_schemas.end() ? LayerSchema() : *found;
}

/// Splitting and merging are for lines only.
void EditBar::fitTools()
{
    const GeometryType type = schema().geometry;
    for (const EditTool tool : {EditTool::Split, EditTool::Merge, EditTool::Reverse}) {
        m_tools->button(static_cast<int>(tool))->setEnabled(type == GeometryType::Line);
    }
    m_tools->button(static_cast<int>(EditTool::Vertices))->setEnabled(type != GeometryType::Point);
    const QAbstractButton *chosen = m_tools->checkedButton();
    if (chosen != nullptr && !chosen->isEnabled()) {
        setTool(EditTool::Draw);
    }
}

EditTool EditBar::tool() const
{
    return m_tools->checkedId() < 0 ? EditTool::None : static_cast<EditTool>(m_tools->checkedId());
}

void EditBar::setTool(EditTool tool)
{
    if (tool != EditTool::None) {
        m_tools->button(static_cast<int>(tool))->setChecked(true);
        return;
    }
    m_tools->setExclusive(false);
    if (QAbstractButton *chosen = m_tools->checkedButton()) {
        chosen->setChecked(false);
    }
    m_tools->setExclusive(true);
    say({});
    Q_EMIT toolChanged(EditTool::None);
}

bool EditBar::snaps() const
{
    return m_snap->isChecked();
}

double EditBar::reach_px() const
{
    return m_reach->value();
}

bool EditBar::isShared() const
{
    return m_shared->isChecked();
}

QString EditBar::keysOf(EditTool tool) const
{
    switch (tool) {
    case EditTool::None:
        return tr("Choose a tool.");
    case EditTool::Draw:
        return tr("Click: vertex. Right click or Enter: done. Backspace: one back. Esc: give up. Ctrl: no snapping. "
                  "Shift: 45°.");
    case EditTool::Vertices:
        return tr("Drag a vertex, or a line for a new one. Delete: take out the vertex under the cursor.");
    case EditTool::Move:
        return tr("Drag a feature to its new place.");
    case EditTool::Split:
        return tr("Click the place where the line is cut.");
    case EditTool::Merge:
        return tr("Click the line that stays, then the one that joins it.");
    case EditTool::Reverse:
        return tr("Click the line that is turned round.");
    case EditTool::Remove:
        return tr("Click what is to go.");
    }
    return {};
}

void EditBar::say(const QString &text)
{
    m_hint->setText(text.isEmpty() ? keysOf(tool()) : text);
    m_hint->setToolTip(m_hint->text());
}

} // namespace cuntu::ui
