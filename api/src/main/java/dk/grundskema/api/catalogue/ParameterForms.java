package dk.grundskema.api.catalogue;

import dk.grundskema.api.catalogue.FormField.Kind;
import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.api.platform.RecordShape;
import dk.grundskema.api.platform.RecordShape.Part;
import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.KindsOfRooms;
import dk.grundskema.domain.place.RoomId;
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
 * The forms that parameters of intervention types are typed into, made from the same records and texts that their schemas are made of, so that a type
 * that is dropped in has one, too. What a field means is one sentence; its beginning names the field, the rest stands beside it, and below it
 * where its figure or rule is from.
 */
public final class ParameterForms {
    private static final Map<Class<?>, Thing> THINGS = Map.of(
            StudentId.class, Thing.STUDENT,
            StaffId.class, Thing.STAFF,
            GroupId.class, Thing.GROUP,
            RoomId.class, Thing.ROOM,
            SiteId.class, Thing.SITE,
            SchoolId.class, Thing.SCHOOL);
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class, BigDecimal.class);

    /** Where the words that name a field end. */
    private static final Pattern END = Pattern.compile("[;:.] |, (?=\\d)|\\.$");

    private final InterventionPlugin<?> plugin;
    private final Locale language;
    private final Texts texts;
    private final FieldSources sources;

    /**
     * @param plugins  the types that there are
     * @param plugin   one of them
     * @param language Danish or English
     */
    public ParameterForms(PluginRegistry plugins, InterventionPlugin<?> plugin, Locale language) {
        this.plugin = plugin;
        this.language = language;
        var bundles = new ArrayList<ResourceBundle>();
        bundles.add(plugin.texts(language));
        bundles.addAll(plugins.bundles(language));
        bundles.add(TextFiles.beside(ParameterForms.class, "messages", language));
        this.texts = new Texts(language, bundles, Function.identity());
        this.sources = FieldSources.of(plugin, language);
    }

    /** The fields of the form, in the order in which files have them. */
    public List<FormField> fields() {
        return fields(plugin.parameterType(), List.of());
    }

    private List<FormField> fields(Class<?> type, List<Class<?>> around) {
        RecordShape shape = RecordShape.of(type);
        var inside = new ArrayList<>(around);
        inside.add(type);
        return shape.parts().stream()
                .map(part -> field(type, shape, part, inside))
                .toList();
    }

    private FormField field(Class<?> type, RecordShape shape, Part part, List<Class<?>> around) {
        FormField form = form(part.type(), part.nullable(), around);
        if (form.kind() == Kind.LINES && isOfRoomKinds(type, part)) {
            FormField line = of(Kind.TEXT, Thing.ROOM_KIND, List.of(), List.of());
            form = of(Kind.LINES, Thing.ROOM_KIND, List.of(), List.of(line));
        }
        String key = "field." + type.getSimpleName() + "." + part.name();
        String sentence = inWords(texts.has(key) ? texts.text(key) : part.name(), form.options());
        Matcher end = END.matcher(sentence);
        boolean isLong = end.find();
        String label = isLong ? sentence.substring(0, end.start()) : sentence;
        String hint = isLong ? capital(sentence.substring(end.end())) : "";
        return new FormField(
                part.name(),
                form.kind(),
                label,
                hint,
                sources.of(type, part.name()),
                form.of(),
                form.options(),
                form.fields(),
                form.kind() == Kind.KEPT ? null : shape.presetOf(part));
    }

    private static boolean isOfRoomKinds(Class<?> type, Part part) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(one -> one.getName().equals(part.name()) && one.isAnnotationPresent(KindsOfRooms.class));
    }

    /** Files have other words for what there is to choose than people. */
    private String inWords(String sentence, List<Option> options) {
        String words = sentence.replace(texts.text("form.absent"), texts.text("form.empty"))
                .replace(capital(texts.text("form.absent")), capital(texts.text("form.empty")));
        for (Option one : options) {
            words = words.replace(one.value(), "\"" + one.text() + "\"");
        }
        return words;
    }

    private String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    private FormField form(Type type, boolean isNullable, List<Class<?>> around) {
        Class<?> raw = RecordShape.raw(type);
        FormField scalar = scalar(raw, isNullable);
        if (scalar != null) {
            return scalar;
        }
        if (raw.isRecord() && !around.contains(raw)) {
            return of(isNullable ? Kind.OPTIONAL_PART : Kind.PART, null, List.of(), fields(raw, around));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Class<?> names = RecordShape.raw(RecordShape.argument(type, 0));
            FormField value = scalar(RecordShape.raw(RecordShape.argument(type, 1)), true);
            return names.isEnum() && value != null
                    ? of(Kind.TABLE, null, options(names), List.of(value))
                    : of(Kind.KEPT, null, List.of(), List.of());
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return several(RecordShape.raw(RecordShape.argument(type, 0)), around);
        }
        return of(Kind.KEPT, null, List.of(), List.of());
    }

    private FormField several(Class<?> element, List<Class<?>> around) {
        FormField scalar = scalar(element, true);
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

    private @Nullable FormField scalar(Class<?> type, boolean isNullable) {
        Thing thing = THINGS.get(type);
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
                        : type == Boolean.class ? Kind.TRUTH_OR_NOTHING : ofTime(type);
        if (kind == null && ScalarSchemas.of(type) != null) {
            kind = Kind.TEXT;
        }
        return kind == null ? null : of(kind, null, List.of(), List.of());
    }

    private static @Nullable Kind ofTime(Class<?> type) {
        return type == LocalDate.class
                ? Kind.DATE
                : type == LocalTime.class ? Kind.TIME : type == IsoWeek.class ? Kind.WEEK : null;
    }

    private List<Option> options(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Enum.class::cast)
                .map(one -> new Option(one.name(), called(one)))
                .toList();
    }

    private String called(Enum<?> one) {
        String key = "enum." + one.name();
        return capital(
                one instanceof DayOfWeek day
                        ? day.getDisplayName(TextStyle.FULL, language)
                        : texts.has(key)
                                ? texts.text(key)
                                : one.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static FormField of(Kind kind, @Nullable Thing thing, List<Option> options, List<FormField> fields) {
        return new FormField("", kind, "", "", "", thing, options, fields, null);
    }
}
