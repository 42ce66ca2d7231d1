package dk.grundskema.api.planning.nextterm;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes move up, and which leave. A class is of a year if its name begins with a number, such as 1A or 0.B; others stay as they are.
 *
 * @param names   new name of each class that moves up, by id
 * @param moves   the same in words, such as {@code 1A → 2A}
 * @param leavers classes that leave, because they were in the last year
 * @param gone    ids of these classes and of their students
 */
record ClassPromotion(Map<String, String> names, List<String> moves, List<Group> leavers, Set<String> gone) {
    private static final Pattern YEAR = Pattern.compile("(\\d{1,2})(\\D.*|)");

    /** Last year of the Danish Folkeskole before the voluntary tenth. Source: Folkeskoleloven § 3. */
    private static final int LAST_YEAR = 9;

    /** Returns the promotion by a number of years. */
    static ClassPromotion of(Problem problem, int years) {
        Map<String, String> names = new LinkedHashMap<>();
        var moves = new ArrayList<String>();
        var leavers = new ArrayList<Group>();
        for (Group group : problem.groups()) {
            Matcher name = YEAR.matcher(group.name().strip());
            if (years < 1 || group.kind() != Group.Kind.CLASS || !name.matches()) {
                continue;
            }
            int next = Integer.parseInt(name.group(1)) + years;
            if (next > LAST_YEAR) {
                leavers.add(group);
            } else {
                names.put(group.id().value(), next + name.group(2));
                moves.add(group.name() + " → " + next + name.group(2));
            }
        }
        Set<String> gone = new LinkedHashSet<>();
        for (Group group : leavers) {
            gone.add(group.id().value());
            group.members().stream().map(GroupMember::studentId).forEach(id -> gone.add(id.value()));
        }
        problem.students().stream()
                .filter(one -> one.classGroup() != null
                        && gone.contains(one.classGroup().value()))
                .forEach(one -> gone.add(one.id().value()));
        return new ClassPromotion(names, moves, leavers, gone);
    }

    /** Returns the number of students who leave. */
    int studentsLeft() {
        return gone.size() - leavers.size();
    }
}
