package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.account.PlanStaffDirectory.Member;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the list of staff members to choose from. */
final class StaffChoiceBuilder {
    private StaffChoiceBuilder() {}

    /**
     * Returns each person once, sorted by name. If plans have different names for a person, all names are listed, each with the plan's title. A
     * name shared by several people also gets the plan's title, and the id if that is still ambiguous.
     */
    static List<StaffChoice> build(Collection<Member> staff, Locale language) {
        Map<String, List<Member>> byId =
                staff.stream().collect(Collectors.groupingBy(Member::id, LinkedHashMap::new, Collectors.toList()));
        var names = new LinkedHashMap<String, String>();
        byId.forEach((id, all) -> names.put(id, joinDistinct(all, Member::name)));
        var told = new LinkedHashMap<String, String>();
        byId.forEach((id, all) -> {
            String name = names.getOrDefault(id, id);
            boolean isOne = name.equals(all.getFirst().name()) && !isShared(name, names);
            told.put(id, isOne ? name : joinDistinct(all, one -> one.name() + " (" + one.plan() + ")"));
        });
        return told.entrySet().stream()
                .map(one -> new StaffChoice(
                        one.getKey(),
                        isShared(one.getValue(), told) ? one.getValue() + ", " + one.getKey() : one.getValue()))
                .sorted(Comparator.comparing(StaffChoice::name, Collator.getInstance(language))
                        .thenComparing(StaffChoice::id))
                .toList();
    }

    private static String joinDistinct(List<Member> all, Function<Member, String> said) {
        return all.stream().map(said).distinct().collect(Collectors.joining(", "));
    }

    private static boolean isShared(String name, Map<String, String> names) {
        return names.values().stream().filter(name::equals).count() > 1;
    }
}
