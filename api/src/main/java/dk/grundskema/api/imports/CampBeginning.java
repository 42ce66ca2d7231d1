package dk.grundskema.api.imports;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordShape;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the camp that lists of people and rooms are meant for, as the type's defaults have it. */
final class CampBeginning {
    /** Fewest letters of a subject's name that are still it. */
    private static final int ABBREVIATION = 3;

    private final InterventionPlugin<?> plugin;
    private final Language language;

    private CampBeginning(InterventionPlugin<?> plugin, Language language) {
        this.plugin = plugin;
        this.language = language;
    }

    /** The intervention as a problem's file has it; empty if there is no such type. */
    static Optional<Json> of(CampDays days, PluginRegistry plugins, Language language, @Nullable Problem problem) {
        return plugins.find(CampDays.TYPE)
                .map(plugin -> new CampBeginning(plugin, language).intervention(days, problem));
    }

    private Json intervention(CampDays days, @Nullable Problem problem) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("firstDay", days.first());
        parameters.put("weeks", days.weeks());
        parameters.put("lastDay", days.last());
        parameters.put("overnight", days.overnight());
        if (days.decision() != null) {
            parameters.put("takesStudentsFromLessons", RecordWriter.json(days.decision()));
        }
        if (problem != null) {
            subjects(skills(problem.staff())).ifPresent(subjects -> parameters.put("subjects", subjects));
            List<String> teams = teams(problem);
            if (!teams.isEmpty()) {
                parameters.put("teams", Map.of("given", teams));
            }
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", CampDays.TYPE);
        fields.put("type", CampDays.TYPE);
        fields.put("title", plugin.texts(language.locale()).getString("type.name"));
        fields.put("parameterVersion", plugin.type().parameterVersion());
        fields.put("parameters", parameters);
        return Json.fromJava(fields);
    }

    /** The groups that the lists divide all students into, each into one; empty if they don't, so that teams are formed. */
    private static List<String> teams(Problem problem) {
        List<Group> groups = problem.groups().stream()
                .filter(one -> one.kind() == Group.Kind.COURSE || one.kind() == Group.Kind.TEAM)
                .filter(one -> !one.members().isEmpty())
                .toList();
        List<StudentId> members = groups.stream()
                .flatMap(one -> one.members().stream())
                .map(GroupMember::studentId)
                .toList();
        boolean isDivided = members.size() == problem.students().size()
                && Set.copyOf(members).size() == members.size();
        return isDivided ? groups.stream().map(one -> one.id().value()).toList() : List.of();
    }

    private static SortedSet<String> skills(List<StaffMember> staff) {
        var skills = new TreeSet<String>();
        staff.forEach(one -> skills.addAll(one.skills()));
        return skills;
    }

    /** The usual subjects, with what they ask of people called as the lists call it. */
    private Optional<Json> subjects(SortedSet<String> skills) {
        Json usual = RecordShape.defaultsOf(plugin.parameterType())
                .map(RecordWriter::json)
                .orElse(Json.Nothing.NOTHING);
        return usual instanceof Json.Structure all && all.fields().get("subjects") instanceof Json.Listing subjects
                ? Optional.of(new Json.Listing(subjects.elements().stream()
                        .map(one -> subject(one, skills))
                        .toList()))
                : Optional.empty();
    }

    private Json subject(Json subject, SortedSet<String> skills) {
        if (!(subject instanceof Json.Structure structure)
                || !(structure.fields().get("skill") instanceof Json.Text skill)) {
            return subject;
        }
        Map<String, Json> fields = new LinkedHashMap<>(structure.fields());
        String called = skills.stream()
                .filter(one -> isMeant(one, skill.value()))
                .findFirst()
                .orElseGet(() -> title(skill.value(), language).orElse(skill.value()));
        fields.put("skill", new Json.Text(called));
        return new Json.Structure(fields);
    }

    /** Whether a word of a list is a subject: its name in either language, or as much of it as nobody takes for another. */
    private boolean isMeant(String word, String subject) {
        String said = word.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(subject), Stream.of(Language.values()).flatMap(each -> title(subject, each).stream()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(said) || (said.length() >= ABBREVIATION && name.startsWith(said)));
    }

    /** What a subject is called in a language, as it stands in lists. */
    private Optional<String> title(String subject, Language each) {
        String key = "title.subject." + subject;
        var texts = plugin.texts(each.locale());
        return texts.containsKey(key) ? Optional.of(texts.getString(key).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
