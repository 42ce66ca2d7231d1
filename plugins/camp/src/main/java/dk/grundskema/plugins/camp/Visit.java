package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Teachers of the students' own schools visit the camp. Source: Læringslokomotivet, guidelines (teacher visits); how often and
 * when is the planner's.
 *
 * @param id       short word, unique among the visits; lower-case letters, digits and hyphens, at most 30 characters
 * @param title    display title; {@code null} means the usual name
 * @param visitors staff members who visit together, at least one; they do not count as the camp's staff
 * @param schools  schools of the visited students, in addition to {@code teams}; if both are empty, all students
 * @param teams    visited teams
 * @param weeks    in which of the camp's weeks it may be, counted from 1; empty means all
 * @param blocks   ids of the possible blocks; a visit takes a whole block; empty means all modules
 * @param times    number of visits, 1 to 20; spread over the possible days, at most one a day
 * @param cover    staff members who can take over the visitors' own lessons at home; empty means that visitors miss no lesson
 */
public record Visit(
        String id,
        @Nullable String title,
        List<StaffId> visitors,
        List<SchoolId> schools,
        List<GroupId> teams,
        SortedSet<Integer> weeks,
        List<String> blocks,
        @Default("1") int times,
        List<StaffId> cover) {
    /**
     * @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range, there is no
     *         visitor, or something is named twice
     */
    public Visit {
        visitors = List.copyOf(visitors);
        schools = List.copyOf(schools);
        teams = List.copyOf(teams);
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        blocks = List.copyOf(blocks);
        cover = List.copyOf(cover);
        var checks = new RecordValidator()
                .require(CampParameters.isValidWord(id), "id", "camp.id-malformed", id)
                .notEmpty("visitors", visitors)
                .distinct("visitors", visitors)
                .distinct("schools", schools)
                .distinct("teams", teams)
                .distinct("blocks", blocks)
                .range("times", times, 1, 20)
                .distinct("cover", cover);
        if (title != null) {
            checks.name("title", title);
        }
        checks.throwIfInvalid();
    }

    /** Returns whether the visit may be in a block; the caller checks that the block has students. */
    boolean allowsBlock(Block block) {
        return blocks.isEmpty() ? block.kind() == Block.Kind.MODULE : blocks.contains(block.id());
    }

    /** Returns whether the visit may be in the camp's week of that number, counted from 1. */
    boolean allowsWeek(int number) {
        return weeks.isEmpty() || weeks.contains(number);
    }

    /** Returns whether all students are visited. */
    boolean includesEverybody() {
        return schools.isEmpty() && teams.isEmpty();
    }
}
