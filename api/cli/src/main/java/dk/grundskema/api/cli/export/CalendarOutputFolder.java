package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.file.ManagedFolder;
import dk.grundskema.api.exports.calendar.CalendarFiles;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Output folder for calendars.
 *
 * @param context  context of the command
 * @param given the folder, as the user typed it; it need not exist
 */
public record CalendarOutputFolder(CommandContext context, Path given) implements PlanOutputFolder {
    private ManagedFolder folder() {
        return new ManagedFolder(context.resolve(given), "calendars");
    }

    @Override
    public List<Finding> refusals() {
        return folder().findWriteObstacles(List.of());
    }

    @Override
    public void checkWritable(ValidInput taken) {
        SortedSet<GroupId> teams = new TreeSet<>();
        for (Demand demand : context.planning().expandDemands(taken.problem())) {
            demand.sessions().forEach(session -> teams.addAll(session.groups()));
        }
        var names = CalendarFiles.fileNames(
                taken.problem(), teams, context.planExporter(taken.problem()).calendarWording());
        throwIfRefused(taken, folder().findWriteObstacles(names));
    }

    @Override
    public void writeFiles(ValidInput taken, Timetable timetable) {
        var files = context.planExporter(taken.problem()).calendarFiles(timetable);
        throwIfRefused(taken, folder().findWriteObstacles(files.keySet()));
        OutputNotWrittenException.throwIfAny(given, folder().write(files));
        Path folder = context.resolve(given).toAbsolutePath().normalize();
        context.screen().printLine(taken.texts().text("calendars.written", files.size(), folder));
        context.screen().printLine(taken.texts().text("calendars.next"));
    }

    private void throwIfRefused(ValidInput taken, List<Finding> refusals) {
        if (!refusals.isEmpty()) {
            throw new BadInputException(
                    LocatedFinding.inFile(given.toString(), refusals), context.names(taken.problem()));
        }
    }
}
