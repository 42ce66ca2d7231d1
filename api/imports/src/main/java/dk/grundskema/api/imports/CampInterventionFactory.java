package dk.grundskema.api.imports;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordShape;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder.CampBaseTimetable;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the camp intervention for imported lists of people and rooms, from the defaults of the camp type. */
final class CampInterventionFactory {
    /** Minimum length of an abbreviated subject name, in letters. */
    private static final int ABBREVIATION = 3;

    /** Most modules a day of a subject that a base timetable names: two, as the type's own default. */
    private static final int MODULES_A_DAY = 2;

    private final InterventionPlugin<?> plugin;
    private final Language language;

    private CampInterventionFactory(InterventionPlugin<?> plugin, Language language) {
        this.plugin = plugin;
        this.language = language;
    }

    /** Returns the intervention as JSON for a problem file; empty if the camp type is not installed. */
    static Optional<Json> createIntervention(
            CampDays days,
            CampBaseTimetable base,
            @Nullable CampTemplate template,
            PluginRegistry plugins,
            Language language,
            @Nullable Problem problem) {
        return plugins.find(CampDays.TYPE)
                .map(plugin ->
                        new CampInterventionFactory(plugin, language).intervention(days, base, template, problem));
    }

    private Json intervention(
            CampDays days, CampBaseTimetable base, @Nullable CampTemplate template, @Nullable Problem problem) {
        Map<String, Json> earlier = template == null ? Map.of() : template.parameters();
        var parameters = new LinkedHashMap<String, Object>(earlier);
        parameters.put("firstDay", days.first());
        parameters.put("weeks", days.weeks());
        parameters.put("lastDay", days.last());
        parameters.putIfAbsent("overnight", days.overnight());
        if (days.decision() != null) {
            parameters.put("takesStudentsFromLessons", RecordWriter.toJsonValue(days.decision()));
        }
        if (!base.dayKinds().elements().isEmpty()) {
            parameters.put("dayKinds", base.dayKinds());
        }
        if (problem != null) {
            subjectParameters(earlier.get("subjects"), skills(problem.staff()))
                    .map(subjects -> base.subjects().isEmpty() ? subjects : namedSubjects(base.subjects(), subjects))
                    .ifPresent(subjects -> parameters.put("subjects", subjects));
            List<String> teams = teams(problem);
            if (!teams.isEmpty()) {
                parameters.put("teams", Map.of("given", teams));
            }
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", CampDays.TYPE);
        fields.put("type", CampDays.TYPE);
        fields.put(
                "title",
                Texts.of(language.locale(), plugin.texts(language.locale())).text("type.name"));
        fields.put("parameterVersion", plugin.type().parameterVersion());
        fields.put("parameters", parameters);
        return Json.fromJava(fields);
    }

    /** Returns the groups if each student is in exactly one of them; empty otherwise, so that the camp forms its own teams. */
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

    /** Returns the subjects of an earlier camp, or else the default subjects, with their required skills named as in the lists. */
    private Optional<Json> subjectParameters(@Nullable Json earlier, SortedSet<String> skills) {
        Json usual = earlier != null
                ? earlier
                : RecordShape.defaultsOf(plugin.parameterType())
                        .map(RecordWriter::toJsonValue)
                        .map(all -> ((Json.JsonObject) all).fields().get("subjects"))
                        .orElse(Json.JsonNull.NOTHING);
        return usual instanceof Json.JsonArray subjects
                ? Optional.of(new Json.JsonArray(subjects.elements().stream()
                        .map(one -> withListedSkill(one, skills))
                        .toList()))
                : Optional.empty();
    }

    /** Returns the subjects that a base timetable names, those of the type with its properties. */
    private Json namedSubjects(SortedMap<String, Integer> named, Json usual) {
        List<Json> known = usual instanceof Json.JsonArray subjects ? subjects.elements() : List.of();
        var all = new ArrayList<Json>();
        var ids = new HashSet<Json>();
        known.forEach(one -> ids.add(((Json.JsonObject) one).fields().get("id")));
        named.forEach((name, modules) -> {
            Map<String, Json> fields = new LinkedHashMap<>();
            known.stream()
                    .map(one -> ((Json.JsonObject) one).fields())
                    .filter(one -> isCalled(one, name))
                    .findFirst()
                    .ifPresentOrElse(fields::putAll, () -> {
                        fields.put("id", freshId(ids));
                        fields.put("title", new Json.JsonString(name));
                    });
            fields.put("modulesPerWeek", new Json.JsonNumber(BigDecimal.valueOf(modules)));
            fields.put("maxPerDay", new Json.JsonNumber(BigDecimal.valueOf(MODULES_A_DAY)));
            all.add(new Json.JsonObject(fields));
        });
        return new Json.JsonArray(all);
    }

    /** Whether a known subject has a name, as its own title or as that of its id. */
    private boolean isCalled(Map<String, Json> subject, String name) {
        return (subject.get("title") instanceof Json.JsonString title
                        && title.value().equalsIgnoreCase(name))
                || (subject.get("id") instanceof Json.JsonString id && matchesSubject(name, id.value()));
    }

    private static Json freshId(Set<Json> ids) {
        for (int number = 1; ; number++) {
            var id = new Json.JsonString("subject-" + number);
            if (ids.add(id)) {
                return id;
            }
        }
    }

    private Json withListedSkill(Json subject, SortedSet<String> skills) {
        if (!(subject instanceof Json.JsonObject structure)
                || !(structure.fields().get("skill") instanceof Json.JsonString skill)) {
            return subject;
        }
        Map<String, Json> fields = new LinkedHashMap<>(structure.fields());
        String called = skills.stream()
                .filter(one -> matchesSubject(one, skill.value()))
                .findFirst()
                .orElseGet(() -> subjectTitle(skill.value(), language).orElse(skill.value()));
        fields.put("skill", new Json.JsonString(called));
        return new Json.JsonObject(fields);
    }

    /** Whether a word of a list means a subject: its name in either language, or the beginning of it with at least 3 letters. */
    private boolean matchesSubject(String word, String subject) {
        String said = word.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(subject),
                        Stream.of(Language.values()).flatMap(each -> subjectTitle(subject, each).stream()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals(said) || (said.length() >= ABBREVIATION && name.startsWith(said)));
    }

    /** Returns the name of a subject in a language, in lower case. */
    private Optional<String> subjectTitle(String subject, Language each) {
        String key = "title.subject." + subject;
        var texts = plugin.texts(each.locale());
        return texts.containsKey(key) ? Optional.of(texts.getString(key).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
