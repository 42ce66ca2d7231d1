package dk.grundskema.examples.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.camp.Block;
import dk.grundskema.plugins.camp.Subject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whom the teams meet, and when they are taught what. */
final class TeamsDays {
    private final CampPlan plan;
    private final List<HeldBlock> teams;
    private final List<HeldBlock> taught;

    TeamsDays(CampPlan plan) {
        this.plan = plan;
        this.teams =
                plan.blocks().stream().filter(block -> block.team() != null).toList();
        this.taught = teams.stream()
                .filter(block -> block.block().kind() == Block.Kind.MODULE
                        && !block.meeting().subject().isEmpty())
                .toList();
    }

    /** Different adults of each team. */
    long faces() {
        Set<List<Object>> faces = new HashSet<>();
        for (HeldBlock block : teams) {
            block.holders().forEach(person -> faces.add(List.of(team(block), person)));
        }
        return faces.size();
    }

    /** Different adults who teach a team a subject. */
    long teachers() {
        Set<List<Object>> teachers = new HashSet<>();
        for (HeldBlock block : taught) {
            block.holders()
                    .forEach(person ->
                            teachers.add(List.of(team(block), block.meeting().subject(), person)));
        }
        return teachers.size();
    }

    /** Adults missing to those whom a team should know from its day before. */
    long strangers() {
        long cost = 0;
        for (SortedMap<LocalDate, Set<StaffId>> days : adultsOfDays().values()) {
            Set<StaffId> before = null;
            for (Set<StaffId> today : days.values()) {
                if (before != null) {
                    long known = today.stream().filter(before::contains).count();
                    cost += Math.max(0, plan.parameters().familiarStaff() - known);
                }
                before = today;
            }
        }
        return cost;
    }

    private Map<GroupId, SortedMap<LocalDate, Set<StaffId>>> adultsOfDays() {
        var days = new HashMap<GroupId, SortedMap<LocalDate, Set<StaffId>>>();
        for (HeldBlock block : teams) {
            days.computeIfAbsent(team(block), any -> new TreeMap<>())
                    .computeIfAbsent(block.date(), any -> new HashSet<>())
                    .addAll(block.holders());
        }
        return days;
    }

    /** Modules of demanding subjects from noon on. */
    long demandingLate() {
        return taught.stream()
                .filter(block -> subject(block).demanding())
                .filter(block -> !block.meeting().start().isBefore(LocalTime.NOON))
                .count();
    }

    /** Times that a team has a subject once more in the same block of a day of one week. */
    long sameTimeAgain() {
        var count = new HashMap<List<Object>, Integer>();
        taught.forEach(block -> count.merge(
                List.of(
                        team(block),
                        block.meeting().subject(),
                        block.week(),
                        block.block().id()),
                1,
                Integer::sum));
        return count.values().stream().mapToInt(times -> times - 1).sum();
    }

    private static GroupId team(HeldBlock block) {
        return Objects.requireNonNull(block.team());
    }

    private Subject subject(HeldBlock block) {
        Optional<Subject> known = plan.parameters().subjects().stream()
                .filter(one -> one.id().equals(block.meeting().subject()))
                .findFirst();
        return known.orElseThrow();
    }
}
