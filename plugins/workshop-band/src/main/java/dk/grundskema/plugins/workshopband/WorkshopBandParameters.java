package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a workshop band is to be held. Source: KL, A school that can do more for more, Bækkegården; numbers are ours unless said otherwise.
 *
 * @param firstWeek first week; {@code null} means the first planned week
 * @param weeks     number of school weeks, 1 to 20; the source says 3 to 5
 * @param band      when the band is: each part of the week is taken up from start to end
 * @param round     how long a student stays in a workshop
 * @param classes   classes whose students take part
 * @param without   students of these who do not take part
 * @param workshops the workshops
 * @param mostTimes punch card: in how many rounds a student may take the same workshop, 1 to 300
 * @param wishes    wishes of students; a student without any gets a place as well. A unique title of a workshop is replaced by its id
 * @param excuse    decision by which the band takes the place of ordinary lessons; {@code null} means that it is outside lessons
 */
public record WorkshopBandParameters(
        @Nullable IsoWeek firstWeek,
        @Default("4") int weeks,
        List<UsableTime> band,
        @Default("\"WEEK\"") RoundLength round,
        List<GroupId> classes,
        List<StudentId> without,
        List<Workshop> workshops,
        @Default("2") int mostTimes,
        List<WorkshopWish> wishes,
        @Nullable Decision excuse) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or something is named twice */
    public WorkshopBandParameters {
        band = List.copyOf(band);
        classes = List.copyOf(classes);
        without = List.copyOf(without);
        workshops = List.copyOf(workshops);
        wishes = withIds(wishes, workshops);
        new RecordValidator()
                .range("weeks", weeks, 1, 20)
                .range("mostTimes", mostTimes, 1, 300)
                .distinct("classes", classes)
                .distinct("workshops", workshops.stream().map(Workshop::id).toList())
                .distinct(
                        "wishes",
                        wishes.stream()
                                .map(one -> one.studentId() + " " + one.workshop())
                                .toList())
                .throwIfInvalid();
    }

    /** Returns wishes that name workshops by id; a wish whose word is the id or title of no workshop or of several stays as it is. */
    private static List<WorkshopWish> withIds(List<WorkshopWish> wishes, List<Workshop> workshops) {
        return wishes.stream().map(one -> withId(one, workshops)).toList();
    }

    private static WorkshopWish withId(WorkshopWish wish, List<Workshop> workshops) {
        if (workshops.stream().anyMatch(one -> one.id().equals(wish.workshop()))) {
            return wish;
        }
        List<Workshop> called =
                workshops.stream().filter(one -> one.isCalled(wish.workshop())).toList();
        return called.size() == 1
                ? new WorkshopWish(wish.studentId(), called.getFirst().id(), wish.points())
                : wish;
    }

    /** Returns the parameters with one more possible leader of each workshop that names its leaders. */
    WorkshopBandParameters withLeader(StaffId person) {
        return new WorkshopBandParameters(
                firstWeek,
                weeks,
                band,
                round,
                classes,
                without,
                workshops.stream().map(one -> one.withLeader(person)).toList(),
                mostTimes,
                wishes,
                excuse);
    }
}
