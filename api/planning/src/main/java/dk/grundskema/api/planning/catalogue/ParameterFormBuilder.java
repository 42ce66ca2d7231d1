package dk.grundskema.api.planning.catalogue;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.json.RecordShape;
import dk.grundskema.api.documents.json.RecordShape.Part;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKindNames;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the forms for the parameters of intervention types from the same records and texts as their schemas, so that an added plugin has a form too.
 * The description of a field is one sentence: its beginning is the label, the rest is the hint; the source is shown below.
 */
public final class ParameterFormBuilder {
    private static final Map<Class<?>, EntityKind> THINGS = Map.of(
            StudentId.class, EntityKind.STUDENT,
            StaffId.class, EntityKind.STAFF,
            GroupId.class, EntityKind.GROUP,
            RoomId.class, EntityKind.ROOM,
            SiteId.class, EntityKind.SITE,
            SchoolId.class, EntityKind.SCHOOL);
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class, BigDecimal.class);

    /** End of the label within the description. */
    private static final Pattern END = Pattern.compile("[;:.] |, (?=\\d)|\\.$");

    private final InterventionPlugin<?> plugin;
    private final Locale language;
    private final Texts texts;
    private final FieldSources sources;

    /**
     * @param plugins  the installed types
     * @param plugin   one of them
     * @param language Danish or English
     */
    public ParameterFormBuilder(PluginRegistry plugins, InterventionPlugin<?> plugin, Locale language) {
        this.plugin = plugin;
        this.language = language;
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(plugin.texts(language));
        bundles.addAll(plugins.bundles(language));
        bundles.add(TextBundles.load(ParameterFormBuilder.class, "messages", language));
        this.texts = new Texts(language, bundles, Function.identity());
        this.sources = FieldSources.of(plugin, language);
    }

    /** Returns the fields of the form, in the order of the file format. */
    public List<FormField> fields() {
        return fields(plugin.parameterType(), List.of());
    }

    private List<FormField> fields(Class<?> type, List<Class<?>> around) {
        RecordShape shape = RecordShape.of(type);
        var inside = new ArrayList<>(around);
        inside.add(type);
        return shape.parts().stream()
                .map(part -> createField(type, shape, part, inside))
                .toList();
    }

    private FormField createField(Class<?> type, RecordShape shape, Part part, List<Class<?>> around) {
        FormField form = formOfType(part.type(), part.nullable(), around);
        if (form.kind() == Kind.LINES && isOfRoomKinds(type, part)) {
            FormField line = of(Kind.TEXT, EntityKind.ROOM_KIND, List.of(), List.of());
            form = of(Kind.LINES, EntityKind.ROOM_KIND, List.of(), List.of(line));
        }
        String key = "field." + type.getSimpleName() + "." + part.name();
        String sentence = replaceFileWords(texts.has(key) ? texts.text(key) : part.name(), form.options());
        Matcher end = END.matcher(sentence);
        boolean isLong = end.find();
        String label = isLong ? sentence.substring(0, end.start()) : sentence;
        String hint = isLong ? capitalize(sentence.substring(end.end())) : "";
        return new FormField(
                part.name(),
                form.kind(),
                label,
                hint,
                sources.of(type, part.name()),
                form.of(),
                form.options(),
                form.fields(),
                form.kind() == Kind.KEPT ? null : shape.defaultValueOf(part));
    }

    private static boolean isOfRoomKinds(Class<?> type, Part part) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(one -> one.getName().equals(part.name()) && one.isAnnotationPresent(RoomKindNames.class));
    }

    /** Replaces values from files by the texts of their options. */
    private String replaceFileWords(String sentence, List<Option> options) {
        String words = sentence.replace(texts.text("form.absent"), texts.text("form.empty"))
                .replace(capitalize(texts.text("form.absent")), capitalize(texts.text("form.empty")));
        for (Option one : options) {
            words = words.replace(one.value(), "\"" + one.text() + "\"");
        }
        return words;
    }

    private String capitalize(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    private FormField formOfType(Type type, boolean isNullable, List<Class<?>> around) {
        Class<?> raw = RecordShape.rawClassOf(type);
        FormField scalar = scalarField(raw, isNullable);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isRecord() && !around.contains(raw)) {
            return of(isNullable ? Kind.OPTIONAL_PART : Kind.PART, null, List.of(), fields(raw, around));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Class<?> names = RecordShape.rawClassOf(RecordShape.typeArgument(type, 0));
            FormField value = scalarField(RecordShape.rawClassOf(RecordShape.typeArgument(type, 1)), true);
            return names.isEnum() && value != null
                    ? of(Kind.TABLE, null, options(names), List.of(value))
                    : of(Kind.KEPT, null, List.of(), List.of());
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return listField(RecordShape.rawClassOf(RecordShape.typeArgument(type, 0)), around);
        }
        return of(Kind.KEPT, null, List.of(), List.of());
    }

    private FormField listField(Class<?> element, List<Class<?>> around) {
        FormField scalar = scalarField(element, true);
        if (scalar != null) {
            return switch (scalar.kind()) {
                case CHOICE -> of(Kind.CHOICES, null, scalar.options(), List.of());
                case THING -> of(Kind.THINGS, scalar.of(), List.of(), List.of(scalar));
                default -> of(Kind.LINES, null, List.of(), List.of(scalar));
            };
        }
        return element.isRecord() && !around.contains(element)
                ? of(Kind.ROWS, null, List.of(), fields(element, around))
                : of(Kind.KEPT, null, List.of(), List.of());
    }

    private @Nullable FormField scalarField(Class<?> type, boolean isNullable) {
        EntityKind thing = THINGS.get(type);
        if (thing != null) {
            return of(Kind.THING, thing, List.of(), List.of());
        }
        if (type.isEnum()) {
            return of(Kind.CHOICE, null, options(type), List.of());
        }
        Kind kind = NUMBERS.contains(type)
                ? Kind.NUMBER
                : type == boolean.class || (type == Boolean.class && !isNullable)
                        ? Kind.TRUTH
                        : type == Boolean.class ? Kind.TRUTH_OR_NOTHING : timeKind(type);
        if (kind == null && ScalarSchemas.of(type) != null) {
            kind = Kind.TEXT;
        }
        return kind == null ? null : of(kind, null, List.of(), List.of());
    }

    private static @Nullable Kind timeKind(Class<?> type) {
        return type == LocalDate.class
                ? Kind.DATE
                : type == LocalTime.class ? Kind.TIME : type == IsoWeek.class ? Kind.WEEK : null;
    }

    private List<Option> options(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum.class::cast)
                .map(one -> new Option(one.name(), constantText(one)))
                .toList();
    }

    private String constantText(Enum<?> one) {
        String key = "enum." + one.name();
        return capitalize(
                one instanceof DayOfWeek day
                        ? day.getDisplayName(TextStyle.FULL, language)
                        : texts.has(key)
                                ? texts.text(key)
                                : one.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static FormField of(Kind kind, @Nullable EntityKind thing, List<Option> options, List<FormField> fields) {
        return new FormField("", kind, "", "", "", thing, options, fields, null);
    }
}
