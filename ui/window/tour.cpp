// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour.h"

#include "ui/window/text.h"

namespace cuntu::ui {

std::vector<TourTask> tourTasks()
{
    return {
        {QStringLiteral("read"),
         Ui::tr("Read one map and one number"),
         Ui::tr("Read an overlay and the share that is reached, and go down to the villages that are left."),
         {Ui::tr(
              "The overlay that is ticked in the tree on the left colours every place by where it stands; below it is "
              "its legend, with counts."),
          Ui::tr("Read the number below, in the Indicators table: percent, and the fraction beside it."),
          Ui::tr("Double click the row: the same number by township. Double click a township: by village."),
          Ui::tr("Change the as-of date in the bar to the end of an earlier year. Map and number go back in time."),
          Ui::tr("Click a place on the map and read its card on the right: where it stands, since when, and why.")}},
        {QStringLiteral("mark"),
         Ui::tr("Mark a work as accepted"),
         Ui::tr("Pick a line on the map, set its status and date, and watch the figures change. Then take it back."),
         {Ui::tr("Choose the Select tool (Ctrl+Shift+I) and click a work that is built but not accepted."),
          Ui::tr("Press Mark (Ctrl+M). Only the steps that may come next are offered."),
          Ui::tr("Choose the status, the day it happened in the field, and who reports it. Press Mark."),
          Ui::tr("The map, the card's history and the figures change at once."),
          Ui::tr("Press Ctrl+Z: it is taken back, and the history shows that, too.")}},
        {QStringLiteral("import"),
         Ui::tr("Import a spreadsheet with bad rows"),
         Ui::tr("Drop a table on the window, see what was understood, and get a list of the rows that were refused."),
         {Ui::tr("Drag a spreadsheet from a folder onto the window, or press Ctrl+I and choose one; the sample folder "
                 "has several."),
          Ui::tr("Look at the preview: encoding, coordinate system, and which column was taken for which field. Change "
                 "what is wrong."),
          Ui::tr("Press Import. Good rows are taken in one step; the rest are listed with row number and reason."),
          Ui::tr("Open the file of refused rows, correct them, and drop it again.")}},
        {QStringLiteral("behind"),
         Ui::tr("Find who is behind, and print it"),
         Ui::tr("Ask the targets which townships will miss their date, and save the map for the meeting."),
         {Ui::tr("Open Milestones below: each target with its state in words, the pace it needs and the pace it has."),
          Ui::tr("Rest the pointer on a row to read why it stands so."),
          Ui::tr("Click the row: the map goes to its area. In Indicators, choose the same indicator by township and "
                 "sort by value."),
          Ui::tr("File, Save the map (Ctrl+Shift+E) writes it as PNG, SVG or PDF, with legend and date."),
          Ui::tr(
              "File, Write a report (Ctrl+R): milestones, figures, what is left, and the map, to print or to send.")}},
    };
}

} // namespace cuntu::ui
