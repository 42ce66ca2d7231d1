package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner says of book packages. Source: guide to school-supporting interventions, part E; which numbers are ours is said with each.
 *
 * @param mode               kind of packages
 * @param delivery           how the families receive them
 * @param students           recipients; without any, nothing is planned
 * @param packages           the packages in order; empty means the number in the guide, without themes and dates
 * @param firstWeek          week of the first package; {@code null} means the first school week before which the parents can be informed
 * @param weekday            day on which packages without a date of their own are sent home; Thursday is ours
 * @param parentsDaysBefore  how many days before the first package the parents are informed, 1 to 60; 7 is ours
 * @param sender             staff member who sends or hands out packages, informs the parents and guides; {@code null} means the teachers with most
 *     lessons in the class
 * @param minutes            minutes of a handover, 5 to 60; 15 is ours
 * @param usable             time in which packages may be handed out; ignored for packages that are sent home
 * @param mostOfClassPercent largest share of a class that is called out at once, in percent, 1 to 100; 50 is ours
 * @param rooms              rooms in which packages may be handed out; empty means that none is needed
 */
public record BookPackagesParameters(
        @Default("\"READING_TOOLS\"") Mode mode,
        @Default("\"SENT_HOME\"") Way delivery,
        List<Receiver> students,
        List<BookPackage> packages,
        @Nullable IsoWeek firstWeek,
        @Default("\"THURSDAY\"") DayOfWeek weekday,
        @Default("7") int parentsDaysBefore,
        @Nullable StaffId sender,
        @Default("15") int minutes,
        List<UsableTime> usable,
        @Default("50") int mostOfClassPercent,
        List<RoomId> rooms) {
    /** Which sort of packages there is. */
    public enum Mode {
        /** Tools for reading and writing: six packages in 16 weeks, one every third week. */
        READING_TOOLS,
        /** Books to read in the family: twice a school year. */
        FAMILY_READING
    }

    /** How packages come to the families. */
    public enum Way {
        /** By post or in the school bag: an action on a date. */
        SENT_HOME,
        /** In a short meeting with an adult the students know. */
        HANDED_OUT
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a room is named twice */
    public BookPackagesParameters {
        students = List.copyOf(students);
        packages = List.copyOf(packages);
        usable = List.copyOf(usable);
        rooms = List.copyOf(rooms);
        new RecordValidator()
                .range("parentsDaysBefore", parentsDaysBefore, 1, 60)
                .range("minutes", minutes, 5, 60)
                .range("mostOfClassPercent", mostOfClassPercent, 1, 100)
                .distinct("rooms", rooms)
                .throwIfInvalid();
    }

    /** Returns the packages in order: the given ones, or as many as the guide asks for. */
    List<BookPackage> plannedPackages() {
        return packages.isEmpty() ? Collections.nCopies(guideCount(), new BookPackage("", "", null, null)) : packages;
    }

    /** Returns whether packages come as a series, every third week. */
    boolean isSeries() {
        return mode == Mode.READING_TOOLS;
    }

    /** Returns the number of packages that the guide asks for. */
    int guideCount() {
        return isSeries() ? 6 : 2;
    }

    /** Returns the weeks from one package to the next; for family reading half a school year, which is ours. */
    int weeksBetween() {
        return isSeries() ? 3 : 20;
    }

    /** Returns whether packages are handed out in meetings instead of sent home on dates. */
    boolean isHandedOut() {
        return delivery == Way.HANDED_OUT;
    }
}
