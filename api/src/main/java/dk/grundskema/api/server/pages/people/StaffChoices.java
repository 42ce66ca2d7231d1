package dk.grundskema.api.server.pages.people;

import dk.grundskema.api.server.identity.StaffOfPlans.Member;
import dk.grundskema.api.web.app.people.StaffChoice;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names by which the staff of plans are chosen from. */
final class StaffChoices {
    private StaffChoices() {}

    /**
     * Each person once, by name. Whom plans call differently is called all of it, each with the plan's title; so is whoever is called as somebody
     * else, and if that doesn't tell them apart, either has the id, too.
     */
    static List<StaffChoice> of(Collection<Member> staff, Locale language) {
        Map<String, List<Member>> byId =
                staff.stream().collect(Collectors.groupingBy(Member::id, LinkedHashMap::new, Collectors.toList()));
        var names = new LinkedHashMap<String, String>();
        byId.forEach((id, all) -> names.put(id, distinct(all, Member::name)));
        var told = new LinkedHashMap<String, String>();
        byId.forEach((id, all) -> {
            String name = names.getOrDefault(id, id);
            boolean isOne = name.equals(all.getFirst().name()) && !isShared(name, names);
            told.put(id, isOne ? name : distinct(all, one -> one.name() + " (" + one.plan() + ")"));
        });
        return told.entrySet().stream()
                .map(one -> new StaffChoice(
                        one.getKey(),
                        isShared(one.getValue(), told) ? one.getValue() + ", " + one.getKey() : one.getValue()))
                .sorted(Comparator.comparing(StaffChoice::name, Collator.getInstance(language))
                        .thenComparing(StaffChoice::id))
                .toList();
    }

    private static String distinct(List<Member> all, Function<Member, String> said) {
        return all.stream().map(said).distinct().collect(Collectors.joining(", "));
    }

    private static boolean isShared(String name, Map<String, String> names) {
        return names.values().stream().filter(name::equals).count() > 1;
    }
}
