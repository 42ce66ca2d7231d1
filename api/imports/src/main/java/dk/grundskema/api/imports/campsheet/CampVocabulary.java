package dk.grundskema.api.imports.campsheet;

import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.parse.CommonSubjects;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The subjects and the people that cells of a base timetable may name. Initials are known in capitals only, names with a capital. */
public final class CampVocabulary {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d.'-]*");
    private static final Pattern JOINTS = Pattern.compile(
            "(?iu)[(\\[]\\s*(?:[,;/+&]|\\bog\\b|\\band\\b|\\s)*[)\\]]|(?:[\\s,;:/+&–-]|\\b(?:og|and|med|with|ved|by)\\b)+$");
    private static final Pattern LEADING_JOINTS =
            Pattern.compile("(?iu)^(?:[\\s,;:/+&–-]|\\b(?:og|and|med|with|ved|by)\\b)+");
    private static final Pattern DOUBLED = Pattern.compile("\\s*[,;/+&](?:\\s*[,;/+&])+|\\s{2,}");
    /** Longer texts name nobody and no subject, to bound the cost of the patterns. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 4;
    private static final int LONGEST_INITIALS = 5;
    private static final int SHORTEST_SUBJECT = 3;

    private final Set<String> subjects = new HashSet<>();
    private final Map<String, String> people = new HashMap<>();

    /** A text, and the people that it named. */
    record StaffMention(String rest, List<String> names) {}

    /** A text that begins with a subject, and what follows it; empty means nothing. */
    record SubjectMention(String subject, String rest) {}

    private CampVocabulary() {
        subjects.addAll(CommonSubjects.ALL);
    }

    /** Returns the vocabulary of a plan's staff. */
    public static CampVocabulary ofStaff(List<StaffMember> staff) {
        var words = new CampVocabulary();
        for (StaffMember one : staff) {
            one.skills().forEach(skill -> words.subjects.add(skill.toLowerCase(Locale.ROOT)));
            words.addPerson(one.id().value().toUpperCase(Locale.ROOT), one.name());
        }
        return words;
    }

    /** Returns the vocabulary of listed staff. */
    public static CampVocabulary ofListedStaff(List<SourceStaffMember> staff) {
        var words = new CampVocabulary();
        for (SourceStaffMember one : staff) {
            one.skills().forEach(skill -> words.subjects.add(skill.text().toLowerCase(Locale.ROOT)));
            SourceText name = one.name() == null ? one.key() : one.name();
            words.addPerson(one.key().text(), name.text());
        }
        return words;
    }

    private void addPerson(String initials, String name) {
        if (initials.length() <= LONGEST_INITIALS && initials.chars().anyMatch(Character::isLetter)) {
            people.put(initials.toUpperCase(Locale.ROOT), name);
        }
        people.put(name, name);
        int comma = name.indexOf(',');
        String first = (comma < 0 ? name : name.substring(comma + 1)).strip().split("\\s", 2)[0];
        // a first name of two people names neither
        people.merge(first, name, (one, other) -> one.equals(other) ? one : "");
    }

    /** Takes the people out of a text. */
    StaffMention findStaff(String text) {
        if (text.length() > LONGEST) {
            return new StaffMention(text, List.of());
        }
        List<MatchResult> words = WORD.matcher(text).results().toList();
        var names = new LinkedHashSet<String>();
        var rest = new StringBuilder();
        int end = 0;
        for (int i = 0; i < words.size(); i++) {
            for (int last = Math.min(words.size(), i + MOST_WORDS) - 1; last >= i; last--) {
                String said = text.substring(
                                words.get(i).start(), words.get(last).end())
                        .replaceAll("\\s+", " ");
                List<String> known = people(said);
                if (!known.isEmpty()) {
                    names.addAll(known);
                    rest.append(text, end, words.get(i).start());
                    end = words.get(last).end();
                    i = last;
                    break;
                }
            }
        }
        rest.append(text, end, text.length());
        return names.isEmpty()
                ? new StaffMention(text, List.of())
                : new StaffMention(withoutJoints(rest.toString()), List.copyOf(names));
    }

    /** Returns the person of a word, or all people of words joined by a dash; empty unless all are known. */
    private List<String> people(String said) {
        String whole = people.getOrDefault(said, "");
        if (!whole.isEmpty()) {
            return List.of(whole);
        }
        var all = new ArrayList<String>();
        for (String part : said.split("-", -1)) {
            all.add(people.getOrDefault(part, ""));
        }
        return all.size() > 1 && !all.contains("") ? all : List.of();
    }

    private static String withoutJoints(String text) {
        String plain = text;
        String before;
        do {
            before = plain;
            plain = JOINTS.matcher(DOUBLED.matcher(plain).replaceAll(" "))
                    .replaceAll("")
                    .strip();
        } while (!plain.equals(before));
        return LEADING_JOINTS.matcher(plain).replaceFirst("");
    }

    /** Returns the subject with which a text begins, as in the text; an empty subject means that it begins with none. */
    SubjectMention findSubject(String text) {
        if (text.length() > LONGEST) {
            return new SubjectMention("", text);
        }
        List<MatchResult> words = WORD.matcher(text).results().toList();
        for (int last = Math.min(words.size(), MOST_WORDS) - 1; last >= 0; last--) {
            String said =
                    text.substring(words.getFirst().start(), words.get(last).end());
            if (said.length() >= SHORTEST_SUBJECT && subjects.contains(said.toLowerCase(Locale.ROOT))) {
                return new SubjectMention(
                        said, text.substring(words.get(last).end()).strip());
            }
        }
        return new SubjectMention("", text);
    }
}
