package dk.grundskema.api.cli;

import dk.grundskema.api.calendar.Calendars;
import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.platform.OwnFolder;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The folder that a command fills with calendars.
 *
 * @param desk  what it works with
 * @param given the folder, as the user named it; it need not be there yet
 */
record CalendarFolder(Desk desk, Path given) implements PlanFolder {
    private OwnFolder folder() {
        return new OwnFolder(desk.resolve(given), "calendars");
    }

    @Override
    public List<Finding> refusals() {
        return folder().refusals(List.of());
    }

    @Override
    public void expect(Taken taken) {
        SortedSet<GroupId> teams = new TreeSet<>();
        for (Demand demand : desk.house().demands(taken.problem())) {
            demand.sessions().forEach(session -> teams.addAll(session.groups()));
        }
        var names = Calendars.fileNames(
                taken.problem(), teams, desk.papers(taken.problem()).wording());
        refuse(taken, folder().refusals(names));
    }

    @Override
    public void fill(Taken taken, Timetable timetable) {
        var files = desk.papers(taken.problem()).calendars(timetable);
        refuse(taken, folder().refusals(files.keySet()));
        CannotWriteException.throwIfAny(given, folder().write(files));
        Path folder = desk.resolve(given).toAbsolutePath().normalize();
        desk.screen().say(taken.texts().text("calendars.written", files.size(), folder));
        desk.screen().say(taken.texts().text("calendars.next"));
    }

    private void refuse(Taken taken, List<Finding> refusals) {
        if (!refusals.isEmpty()) {
            throw new BadInputException(Placed.in(given.toString(), refusals), desk.names(taken.problem()));
        }
    }
}
