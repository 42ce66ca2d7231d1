package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes files of other programs from a plan, in the plan's language. They name no student: where a title does, the student's number stands instead,
 * and JSON has numbers for ids. The same plan gives the same bytes.
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
        return switch (format) {
            case ASC, UNTIS, FET -> writeWeekly(format, plan);
            case CSV, XLSX -> writeTable(format, plan);
            case JSON -> writeJson(plan, views.timetable(), demands);
        };
    }

    /**
     * Returns what the files of a format cannot express, without those files that take longest to write.
     *
     * @param format  format of the files
     * @param views   {@linkplain dk.grundskema.api.documents.timetable.SchoolWeekViews#allViews() all views} of the timetable
     * @param demands demands of the problem
     * @param scope   what to export
     */
    public static List<Finding> findLosses(
            ProgramFormat format, TimetableViews views, Collection<Demand> demands, ExportScope scope) {
        ExportedPlan plan = ExportedPlan.of(views, demands, scope);
        return switch (format) {
            case ASC, UNTIS, FET -> writeWeekly(format, plan).findings();
            case CSV, XLSX -> lossesOfTable(plan).findings();
            case JSON -> List.of();
        };
    }

    private static LossCounter lossesOfTable(ExportedPlan plan) {
        var losses = new LossCounter();
        losses.add(Loss.TASK, plan.tasks());
        return losses;
    }

    private static ProgramExport writeJson(ExportedPlan plan, Timetable timetable, Collection<Demand> demands) {
        Set<SessionId> exported = plan.entries().stream()
                .map(entry -> entry.occurrence().meeting().sessionId())
                .collect(Collectors.toSet());
        var part = timetable.withMeetings(timetable.meetings().stream()
                .filter(meeting -> exported.contains(meeting.sessionId()))
                .toList());
        var ids = PseudonymousIds.of(plan.problem(), demands, timetable);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "timetable.json",
                JsonFormatter.format(RecordWriter.toJsonWithIds(part, ids)).getBytes(StandardCharsets.UTF_8));
        return new ProgramExport(files, List.of(), List.of());
    }

    private static ProgramExport writeTable(ProgramFormat format, ExportedPlan plan) {
        var table = new MeetingTable(plan);
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (format == ProgramFormat.XLSX) {
            files.put(
                    "meetings.xlsx",
                    MeetingTableFiles.workbook(table, plan.texts().text("program.sheet")));
        } else {
            files.put("meetings.csv", MeetingTableFiles.csv(table));
        }
        return new ProgramExport(files, List.of(), lossesOfTable(plan).findings());
    }

    private static ProgramExport writeWeekly(ProgramFormat format, ExportedPlan plan) {
        WeeklyTimetable timetable = WeeklyTimetableBuilder.build(plan);
        LossCounter losses = timetable.losses();
        SortedMap<String, byte[]> files = new TreeMap<>();
        switch (format) {
            case ASC -> {
                losses.add(Loss.NO_SUBJECT, timetable.withoutSubject());
                files.put("asc.xml", AscXmlWriter.write(timetable));
            }
            case FET -> {
                losses.add(Loss.NO_SUBJECT, timetable.withoutSubject());
                files.put("plan.fet", FetXmlWriter.write(timetable, losses));
            }
            default -> files.putAll(UntisFilesWriter.write(timetable, losses));
        }
        return new ProgramExport(files, timetable.weeks(), losses.findings());
    }
}
