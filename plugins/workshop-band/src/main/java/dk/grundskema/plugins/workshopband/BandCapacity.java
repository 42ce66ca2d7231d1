package dk.grundskema.plugins.workshopband;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Counts how many groups of a band can be held at the same time. */
final class BandCapacity {
    private final List<Workshop> groups = new ArrayList<>();

    /** @param workshops the workshops; each has as many groups as sections */
    BandCapacity(List<Workshop> workshops) {
        workshops.stream()
                .sorted(Comparator.comparingInt(Workshop::most).reversed())
                .forEach(one -> {
                    for (int section = 0; section < one.sections(); section++) {
                        groups.add(one);
                    }
                });
    }

    /** Returns the fewest groups that hold some students; all groups if they are too few. */
    int groupsFor(int students) {
        int places = 0;
        int count = 0;
        while (count < groups.size() && places < students) {
            places += groups.get(count).most();
            count++;
        }
        return count;
    }

    /**
     * Returns the most groups that can be held at the same time if each needs one of its rooms, or one of its adults, for itself.
     *
     * @param choices what a group of a workshop can choose from
     */
    int heldAtOnce(Function<Workshop, ? extends Collection<?>> choices) {
        Map<Object, Integer> users = new HashMap<>();
        int held = 0;
        for (int group = 0; group < groups.size(); group++) {
            held += assign(group, choices, users, new HashSet<>()) ? 1 : 0;
        }
        return held;
    }

    /** Gives a group one of its choices, moving other groups if that is needed; returns whether that is possible. */
    private boolean assign(
            int group,
            Function<Workshop, ? extends Collection<?>> choices,
            Map<Object, Integer> users,
            Set<Object> tried) {
        for (Object choice : choices.apply(groups.get(group))) {
            if (tried.add(choice)) {
                Integer user = users.get(choice);
                if (user == null || assign(user, choices, users, tried)) {
                    users.put(choice, group);
                    return true;
                }
            }
        }
        return false;
    }
}
