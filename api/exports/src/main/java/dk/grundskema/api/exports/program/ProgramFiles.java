package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.domain.demand.Demand;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes files of other programs from a plan. Files are in the plan's language. No student's name, number or id is in them: where a title names a
 * student, the student's number stands instead. The same plan gives the same bytes.
 */
public final class ProgramFiles {
    private ProgramFiles() {}

    /**
     * Writes a plan, or a part of it, in a format.
     *
     * @param views   all meetings of the plan
     * @param demands demands of the plan's interventions, which have the groups to be formed
     * @param scope   what to export
     */
    public static ProgramExport write(
            ProgramFormat format, TimetableViews views, Collection<Demand> demands, ExportScope scope) {
        ExportedPlan plan = ExportedPlan.of(views, demands, scope);
        return format.isWeekly() ? writeWeekly(format, plan) : writeTable(format, plan);
    }

    private static ProgramExport writeTable(ProgramFormat format, ExportedPlan plan) {
        var losses = new LossCounter();
        losses.add(Loss.TASK, plan.tasks());
        var table = new MeetingTable(plan);
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (format == ProgramFormat.XLSX) {
            files.put(
                    "meetings.xlsx", MeetingTableFiles.workbook(table, plan.texts().text("program.sheet")));
        } else {
            files.put("meetings.csv", MeetingTableFiles.csv(table));
        }
        return new ProgramExport(files, List.of(), losses.findings());
    }

    private static ProgramExport writeWeekly(ProgramFormat format, ExportedPlan plan) {
        WeeklyTimetable timetable = WeeklyTimetableBuilder.build(plan);
        LossCounter losses = timetable.losses();
        SortedMap<String, byte[]> files = new TreeMap<>();
        switch (format) {
            case ASC -> files.put("asc.xml", AscXmlWriter.write(timetable));
            case FET -> files.put("plan.fet", FetXmlWriter.write(timetable, losses));
            default -> files.putAll(UntisFilesWriter.write(timetable, losses));
        }
        return new ProgramExport(files, timetable.weeks(), losses.findings());
    }
}
