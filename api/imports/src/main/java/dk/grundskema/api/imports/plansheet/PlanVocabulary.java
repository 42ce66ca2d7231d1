package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of a plan: names and initials of staff, rooms, teams, subjects and titles, compared without case, blanks and punctuation. */
final class PlanVocabulary {
    private static final Pattern ROOM = Pattern.compile("(?iu)^(?:lokale|lok|rum|room)\\.?\\s*(.+)$");
    private static final int ABBREVIATION = 3;

    private final Map<String, Set<StaffId>> staff = new LinkedHashMap<>();
    private final Map<String, Set<RoomId>> rooms = new LinkedHashMap<>();
    private final Map<String, Set<GroupId>> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> subjects = new LinkedHashMap<>();
    private final Set<String> titles = new LinkedHashSet<>();
    private final List<String> staffNames = new ArrayList<>();
    private final List<String> roomNames = new ArrayList<>();
    private final List<String> groupNames = new ArrayList<>();
    private final List<String> subjectNames = new ArrayList<>();

    PlanVocabulary(Problem problem, Collection<Demand> demands) {
        var brief = new ShortStaffNames(problem.staff());
        for (StaffMember person : problem.staff()) {
            String id = person.id().value();
            staffNames.add(person.name());
            Stream.of(
                            id,
                            person.name(),
                            brief.shortName(person.id()),
                            person.name().split(" ", -1)[0],
                            initials(person.name()))
                    .forEach(word -> add(staff, word, person.id()));
        }
        for (Room room : problem.rooms()) {
            roomNames.add(room.name());
            var named = ROOM.matcher(room.name());
            Stream<String> words = named.matches()
                    ? Stream.of("lokale ", "lok ", "rum ", "room ").map(prefix -> prefix + named.group(1))
                    : Stream.empty();
            Stream.concat(Stream.of(room.id().value(), room.name()), words)
                    .forEach(word -> add(rooms, word, room.id()));
        }
        Stream.concat(
                        problem.groups().stream(),
                        demands.stream()
                                .flatMap(demand -> demand.groupings().stream())
                                .flatMap(each -> each.groups().stream()))
                .forEach((Group group) -> {
                    groupNames.add(group.name());
                    add(groups, group.name(), group.id());
                    add(groups, group.id().value(), group.id());
                });
        demands.stream().flatMap(demand -> demand.sessions().stream()).forEach(this::addSession);
    }

    private void addSession(Session session) {
        if (session.subject().isEmpty()) {
            titles.add(NameNormalizer.normalize(session.title()));
            return;
        }
        String stem = session.title().split(":", 2)[0];
        if (!subjectNames.contains(stem)) {
            subjectNames.add(stem);
        }
        Stream.of(session.subject(), session.title(), stem).forEach(word -> add(subjects, word, session.subject()));
    }

    private static String initials(String name) {
        var letters = new StringBuilder();
        for (String word : name.split("[ -]+", -1)) {
            letters.append(word, 0, Math.min(1, word.length()));
        }
        return letters.length() > 1 ? letters.toString() : name;
    }

    private static <T> void add(Map<String, Set<T>> words, String word, T meaning) {
        String plain = NameNormalizer.normalize(word);
        if (!plain.isEmpty()) {
            words.computeIfAbsent(plain, any -> new LinkedHashSet<>()).add(meaning);
        }
    }

    private static <T> Set<T> find(Map<String, Set<T>> words, String word) {
        return words.getOrDefault(NameNormalizer.normalize(word), Set.of());
    }

    /** Returns who a word can mean: nobody, one, or several people with the same name or initials. */
    Set<StaffId> staff(String word) {
        return find(staff, word);
    }

    /** Returns which rooms a word can mean. */
    Set<RoomId> rooms(String word) {
        return find(rooms, word);
    }

    /** Returns which teams or classes a word can mean. */
    Set<GroupId> groups(String word) {
        return find(groups, word);
    }

    /** Whether a word names a person, a room, or a team or class. */
    boolean isName(String word) {
        return !staff(word).isEmpty() || !rooms(word).isEmpty() || !groups(word).isEmpty();
    }

    /** Whether a word is exactly the name or title of a subject of modules. */
    boolean isSubject(String word) {
        return !find(subjects, word).isEmpty();
    }

    /** Returns the subject of modules that a word means, also by the first letters of its name; empty if none or several. */
    Optional<String> subject(String word) {
        Set<String> exact = find(subjects, word);
        if (exact.size() == 1) {
            return exact.stream().findFirst();
        }
        String plain = NameNormalizer.normalize(word);
        var begun = subjects.entrySet().stream()
                .filter(each -> plain.length() >= ABBREVIATION && each.getKey().startsWith(plain))
                .flatMap(each -> each.getValue().stream())
                .distinct()
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    /** Whether a word is the title of a meeting that is no subject. */
    boolean isTitle(String word) {
        return titles.contains(NameNormalizer.normalize(word));
    }

    /** Suggests the name of a staff member. */
    Optional<String> suggestStaff(String word) {
        return SpellingSuggester.suggest(word, staffNames);
    }

    /** Suggests the name of a room. */
    Optional<String> suggestRoom(String word) {
        return SpellingSuggester.suggest(word, roomNames);
    }

    /** Returns the names of all teams and classes. */
    List<String> groupNames() {
        return List.copyOf(groupNames);
    }

    /** Returns the names of all subjects of modules. */
    List<String> subjectNames() {
        return List.copyOf(subjectNames);
    }
}
