package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Membership;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Rules about two students of one grouping: wished and vetoed company. */
final class CompanyRules {

    /** Two students of one grouping; key of a pair's scope. */
    private record StudentPair(GroupingPlace one, GroupingPlace other) {}

    /**
     * A student's place in a grouping: decided or given.
     *
     * @param given  the group that the student is in without a decision, and the weeks; empty means all
     * @param former groups in which the student was, with the weeks, which no decision changes
     */
    private record GroupingPlace(
            StudentId student,
            @Nullable Membership decided,
            Map<GroupId, SortedSet<IsoWeek>> given,
            Map<GroupId, SortedSet<IsoWeek>> former) {
        List<Membership> decisions() {
            return decided == null ? List.of() : List.of(decided);
        }

        /** Returns the present group; the one joined if it is decided. */
        @Nullable
        GroupId group(@Nullable GroupId joined) {
            return decided == null && !given.isEmpty()
                    ? given.keySet().iterator().next()
                    : joined;
        }
    }

    private final CoreRuleContext context;
    private final GroupingWeeks weeks;
    private final Map<StudentId, Student> students = new HashMap<>();

    CompanyRules(CoreRuleContext context, GroupingWeeks weeks) {
        this.context = context;
        this.weeks = weeks;
        context.problem().students().forEach(student -> students.put(student.id(), student));
    }

    /** Charges 1 for two students in one group in the same week if one has vetoed the other. */
    Rule neverTogether() {
        List<Scope> pairs = pairs((one, other) ->
                one.neverWith().contains(other.id()) || other.neverWith().contains(one.id()));
        return local(CoreRules.NEVER_TOGETHER, pairs, (scope, view, charge) -> {
            StudentPair pair = (StudentPair) scope.key();
            GroupId joined = joined(pair, true, view);
            GroupId otherJoined = joined(pair, false, view);
            if (pair.one().former().isEmpty() && pair.other().former().isEmpty()) {
                GroupId group = pair.one().group(joined);
                if (group != null && group.equals(pair.other().group(otherJoined))) {
                    chargeIfTogether(pair, joined, otherJoined, group, charge);
                }
                return;
            }
            var groups = new TreeSet<GroupId>(pair.one().former().keySet());
            GroupId present = pair.one().group(joined);
            if (present != null) {
                groups.add(present);
            }
            groups.forEach(group -> chargeIfTogether(pair, joined, otherJoined, group, charge));
        });
    }

    private void chargeIfTogether(
            StudentPair pair,
            @Nullable GroupId joined,
            @Nullable GroupId otherJoined,
            GroupId group,
            PenaltyCollector charge) {
        SortedSet<IsoWeek> some = weeksIn(group, pair.one(), joined);
        SortedSet<IsoWeek> others = weeksIn(group, pair.other(), otherJoined);
        if (some != null && others != null && meet(some, others)) {
            charge.add(1, pair.one().student(), pair.other().student(), group);
        }
    }

    /** Returns the weeks of a student in a group, empty for all; {@code null} if the student is there in none. */
    private @Nullable SortedSet<IsoWeek> weeksIn(GroupId group, GroupingPlace place, @Nullable GroupId joined) {
        if (place.decided() == null) {
            return place.given().get(group);
        }
        if (!group.equals(joined)) {
            return place.former().get(group);
        }
        SortedSet<IsoWeek> joinedWeeks = weeks.joinedWeeks(place.student(), group);
        if (joinedWeeks == null) {
            return new TreeSet<>();
        }
        return joinedWeeks.isEmpty() ? null : joinedWeeks;
    }

    private static boolean meet(SortedSet<IsoWeek> some, SortedSet<IsoWeek> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    /** Charges 1 for two students in different groups if one wishes for the other. */
    Rule wishedCompany() {
        List<Scope> pairs = pairs((one, other) ->
                one.wishedWith().contains(other.id()) || other.wishedWith().contains(one.id()));
        return local(CoreRules.WISHED_COMPANY, pairs, (scope, view, charge) -> {
            StudentPair pair = (StudentPair) scope.key();
            GroupId one = pair.one().group(joined(pair, true, view));
            GroupId other = pair.other().group(joined(pair, false, view));
            if (one != null && other != null && !one.equals(other)) {
                charge.add(1, pair.one().student(), pair.other().student());
            }
        });
    }

    /** Returns the group that one of two students joined. */
    private static @Nullable GroupId joined(StudentPair pair, boolean isFirst, ScopeView view) {
        GroupingPlace place = isFirst ? pair.one() : pair.other();
        return place.decided() == null
                ? null
                : view.joinedGroup(isFirst || pair.one().decided() == null ? 0 : 1);
    }

    private List<Scope> pairs(BiPredicate<Student, Student> concerned) {
        var scopes = new ArrayList<Scope>();
        for (Grouping grouping : context.groupings()) {
            List<GroupingPlace> places = places(grouping);
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    GroupingPlace one = places.get(i);
                    GroupingPlace other = places.get(j);
                    if ((one.decided() != null || other.decided() != null)
                            && concerned.test(student(one), student(other))) {
                        var decided = new ArrayList<>(one.decisions());
                        decided.addAll(other.decisions());
                        scopes.add(new Scope(new StudentPair(one, other), List.of(), List.of(), decided));
                    }
                }
            }
        }
        return scopes;
    }

    /** Returns the places of students who are there in some week. */
    private List<GroupingPlace> places(Grouping grouping) {
        var places = new ArrayList<GroupingPlace>();
        for (Group group : grouping.groups()) {
            group.members()
                    .forEach(member -> places.add(
                            new GroupingPlace(member.studentId(), null, Map.of(group.id(), member.weeks()), Map.of())));
        }
        context.memberships().stream()
                .filter(one -> one.grouping().equals(grouping)
                        && weeks.isEverPresent(one.student().id()))
                .forEach(one -> places.add(new GroupingPlace(
                        one.student().id(),
                        one,
                        Map.of(),
                        formerPlaces(grouping, one.student().id()))));
        return places;
    }

    private Map<GroupId, SortedSet<IsoWeek>> formerPlaces(Grouping grouping, StudentId student) {
        var places = new TreeMap<GroupId, SortedSet<IsoWeek>>();
        for (Group group : grouping.groups()) {
            SortedSet<IsoWeek> formerWeeks = weeks.former(group.id()).get(student);
            if (formerWeeks != null) {
                places.put(group.id(), formerWeeks);
            }
        }
        return places;
    }

    private Student student(GroupingPlace place) {
        return Objects.requireNonNull(students.get(place.student()));
    }
}
