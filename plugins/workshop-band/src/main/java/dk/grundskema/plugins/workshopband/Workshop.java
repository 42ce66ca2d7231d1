package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKindNames;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workshop of a band.
 *
 * @param id          short word for it in ids and wishes: letters, digits and hyphens, at most 30 characters
 * @param title       what people call it
 * @param fewest      fewest students in a group, 1 to 60
 * @param most        most students in a group, {@code fewest} to 60
 * @param sections    most groups of it in one round, 1 to 10
 * @param leaders     staff members who may lead it; empty means those with the skill
 * @param skill       skill that leaders need, if none are named; empty means that everybody may lead it
 * @param helpers     staff members who may be the second adult; empty means those with the helper's skill
 * @param helperSkill skill of the second adult, if none are named, such as {@code pedagogue}; empty without helpers means that there is no second adult
 * @param rooms       rooms to choose from; empty means those of the kinds
 * @param roomKinds   kinds of rooms to choose from, if none are named; empty means all
 * @param leastRounds fewest rounds in which it is offered, 0 to 300
 * @param mostRounds  most rounds in which it is offered, 1 to 300; {@code null} means no limit
 * @param mostTimes   how many rounds a student may take it, 1 to 300; {@code null} means as many as the band's punch card says
 */
public record Workshop(
        String id,
        String title,
        @Default("6") int fewest,
        @Default("14") int most,
        @Default("1") int sections,
        List<StaffId> leaders,
        @Default("\"\"") String skill,
        List<StaffId> helpers,
        @Default("\"\"") String helperSkill,
        List<RoomId> rooms,
        @RoomKindNames List<String> roomKinds,
        @Default("0") int leastRounds,
        @Nullable Integer mostRounds,
        @Nullable Integer mostTimes) {
    private static final Pattern USABLE_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,29}");

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range, or the title is blank or too long */
    public Workshop {
        leaders = List.copyOf(leaders);
        helpers = List.copyOf(helpers);
        rooms = List.copyOf(rooms);
        roomKinds = List.copyOf(roomKinds);
        new RecordValidator()
                .name("title", title)
                .range("fewest", fewest, 1, 60)
                .range("most", most, fewest, 60)
                .range("sections", sections, 1, 10)
                .range("leastRounds", leastRounds, 0, 300)
                .rangeIfAny("mostRounds", mostRounds, Math.max(1, leastRounds), 300)
                .rangeIfAny("mostTimes", mostTimes, 1, 300)
                .distinct("leaders", leaders)
                .distinct("helpers", helpers)
                .distinct("rooms", rooms)
                .throwIfInvalid();
    }

    /** Returns whether its id can be a part of other ids. The constructor accepts others, so that wishes for the workshop are not wrong, too. */
    boolean hasUsableId() {
        return USABLE_ID.matcher(id).matches();
    }

    /** Returns whether a word is its id or title, ignoring case and surrounding blanks. */
    boolean isCalled(String word) {
        return id.strip().equalsIgnoreCase(word.strip()) || title.strip().equalsIgnoreCase(word.strip());
    }

    /** Returns whether it has a second adult. */
    boolean hasHelper() {
        return !helpers.isEmpty() || !helperSkill.isBlank();
    }

    /** Returns how many rounds a student may take it. */
    int limit(WorkshopBandParameters band) {
        return mostTimes == null ? band.mostTimes() : mostTimes;
    }

    Workshop withLeader(StaffId person) {
        return new Workshop(
                id,
                title,
                fewest,
                most,
                sections,
                leaders.isEmpty() || leaders.contains(person)
                        ? leaders
                        : Stream.concat(leaders.stream(), Stream.of(person)).toList(),
                skill,
                helpers,
                helperSkill,
                rooms,
                roomKinds,
                leastRounds,
                mostRounds,
                mostTimes);
    }
}
