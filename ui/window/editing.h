// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/edit_bar.h"

class QBoxLayout;

namespace cuntu {
struct EditReport;
struct FeatureEdit;
struct VertexChange;
} // namespace cuntu

namespace cuntu::ui {

/// Drawing and changing features on the map: each finished gesture is one job and one action that can be undone.
/// GUI thread. Owns the bar above the map and the sheet over it.
class Editing : public QObject {
    Q_OBJECT

public:
    /// The bar goes to the top of @p page.
    Editing(Workbench &bench, MapView &map, QBoxLayout &page, QObject *parent);
    ~Editing() override;

    /// Shows or hides bar and sheet.
    void setOn(bool on);
    /// The map's own tools are used again; the bar stays.
    void restTool() { m_bar->setTool(EditTool::None); }
    /// Shows how something would change, over the map; nothing: no more.
    void showPreview(const std::vector<Geometry> &before, const std::vector<Geometry> &after)
    {
        m_sheet->showPreview(before, after);
    }

Q_SIGNALS:
    void onChanged(bool on);

private:
    using Work = std::function<Result<EditReport>(Project &, const JobContext &)>;
    /// What is asked where the ledger speaks against it, and what is done when the user wants it all the same.
    struct Objection {
        QString yes;
        Work work;
    };
    void apply(const QString &title, const Work &work, const std::optional<Objection> &objection = {});
    void
    applyVertices(const QString &title, const SnapPlace &place,
                  std::function<Result<std::vector<FeatureEdit>>(const LayerSnapshot &, const VertexChange &)> edits);
    void take(const Result<EditReport> &report, const QString &title, const std::optional<Objection> &objection);
    void onLayer();
    void onDrawn(const Geometry &geometry);
    void add(const Geometry &geometry, const std::map<QString, Value> &fields);
    void moveFeature(std::uint32_t row, double east, double north);
    void onClicked(std::uint32_t row, Point place);
    void merge(FeatureId kept, FeatureId other);
    void remove(FeatureId feature);
    void onVertex(const SnapPlace &place, Point to, bool isNew);
    FeatureId featureAt(std::uint32_t row) const;
    const LayerSnapshot *shown() const;

    Workbench &m_bench;
    MapView &m_map;
    EditBar *m_bar;
    EditSheet *m_sheet;
    FeatureId m_mergesInto; ///< the line that was clicked first; none: not yet
    bool m_isBusy = false;  ///< an edit is under way: the map shows what was before
};

} // namespace cuntu::ui
