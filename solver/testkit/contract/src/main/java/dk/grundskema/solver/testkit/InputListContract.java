package dk.grundskema.solver.testkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies a plugin's input lists: everything that the import relies on. */
final class InputListContract {
    private static final int LONGEST_SHEET_NAME = 31;

    private final InterventionPlugin<?> plugin;
    private final List<String> complaints = new ArrayList<>();

    private InputListContract(InterventionPlugin<?> plugin) {
        this.plugin = plugin;
    }

    /** Returns complaints about the lists of a plugin, each with a suggestion; empty if there are none. */
    static List<String> complaints(InterventionPlugin<?> plugin) {
        var contract = new InputListContract(plugin);
        for (InputList list : plugin.lists()) {
            contract.checkTexts(list);
            if (contract.isInherited("fromLists", Map.class)) {
                contract.checkParameter(list);
            } else if (contract.isInherited("originInLists", String.class)) {
                contract.complaints.add(
                        "The plugin makes parameters of its lists in its own way (fromLists), but says where they come from in the usual one.\nMaybe override originInLists, too?");
            }
        }
        return contract.complaints;
    }

    private boolean isInherited(String method, Class<?> argument) {
        try {
            return plugin.getClass().getMethod(method, argument).getDeclaringClass() == InterventionPlugin.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The contract has no method (%s).".formatted(method), e);
        }
    }

    private void checkTexts(InputList list) {
        String key = "list." + list.key();
        for (Locale language : List.of(Locale.of("da"), Locale.of("en"))) {
            var texts = plugin.texts(language);
            var needed = new ArrayList<>(List.of(key + ".name", key + ".summary"));
            for (Column column : list.columns()) {
                needed.add(key + "." + column.key());
                column.choices().forEach(choice -> needed.add(key + "." + column.key() + "." + choice));
            }
            needed.stream()
                    .filter(one -> !texts.containsKey(one))
                    .forEach(one -> complaints.add(
                            "The list (%s) lacks the text (%s) in (%s).".formatted(list.key(), one, language)));
            if (texts.containsKey(key + ".name")
                    && texts.getString(key + ".name").length() > LONGEST_SHEET_NAME) {
                complaints.add("The name of the list (%s) in (%s) has more than 31 letters.\nMaybe a shorter one?"
                        .formatted(list.key(), language));
            }
        }
    }

    /** Without its own {@code fromLists}, a list is the parameter with its key, and its columns are the components of that parameter's record. */
    private void checkParameter(InputList list) {
        Class<?> row = part(plugin.parameterType(), list.key())
                .map(InputListContract::rowOf)
                .orElse(null);
        if (row == null) {
            complaints.add(
                    "The list (%s) is no parameter: (%s) has no list of records of that name.\nMaybe name the list after the parameter, or override fromLists and originInLists?"
                            .formatted(list.key(), plugin.parameterType().getSimpleName()));
            return;
        }
        list.columns().forEach(column -> checkColumn(list, column, row));
        for (RecordComponent part : row.getRecordComponents()) {
            boolean isFilled = list.columns().stream()
                    .anyMatch(column -> column.key().equals(part.getName()) && column.required());
            if (isNeeded(part) && !hasDefaults(row) && !isFilled) {
                complaints.add(
                        "Each row of the list (%s) needs (%s), which no required column gives.\nMaybe make the column required, or the part @Default or @Nullable?"
                                .formatted(list.key(), part.getName()));
            }
        }
    }

    private void checkColumn(InputList list, Column column, Class<?> row) {
        RecordComponent part = part(row, column.key()).orElse(null);
        if (part == null) {
            complaints.add("The column (%s) of the list (%s) is no part of (%s).\nMaybe it is spelt otherwise there?"
                    .formatted(column.key(), list.key(), row.getSimpleName()));
        } else if (Collection.class.isAssignableFrom(part.getType()) != column.many()) {
            complaints.add(
                    "The column (%s) of the list (%s) holds %s, but the part of (%s) is a (%s).\nMaybe take Column.%s?"
                            .formatted(
                                    column.key(),
                                    list.key(),
                                    column.many() ? "several" : "one",
                                    row.getSimpleName(),
                                    part.getType().getSimpleName(),
                                    column.many() ? "required or optional" : "several"));
        } else if (!fits(column.kind(), valueType(part))) {
            complaints.add(
                    "The column (%s) of the list (%s) is a (%s), but the part of (%s) is a (%s).\nMaybe another kind of column?"
                            .formatted(
                                    column.key(),
                                    list.key(),
                                    column.kind(),
                                    row.getSimpleName(),
                                    valueType(part).getSimpleName()));
        }
    }

    private static Class<?> valueType(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : part.getType();
    }

    private static boolean fits(InputList.Kind kind, Class<?> type) {
        return switch (kind) {
            case TEXT, SUBJECT -> type == String.class;
            case CHOICE -> type == String.class || type.isEnum();
            case NUMBER -> type == double.class || type == Double.class;
            case WHOLE -> type == int.class || type == Integer.class || type == long.class || type == Long.class;
            case YES_NO -> type == boolean.class || type == Boolean.class;
            case DATE -> type == LocalDate.class;
            case WEEK -> type == IsoWeek.class;
            case STAFF -> type == StaffId.class;
            case GROUP -> type == GroupId.class;
            case STUDENT -> type == StudentId.class;
            case ROOM -> type == RoomId.class;
        };
    }

    private static Optional<RecordComponent> part(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .findFirst();
    }

    private static @Nullable Class<?> rowOf(RecordComponent part) {
        return List.class.isAssignableFrom(part.getType())
                        && part.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> row
                        && row.isRecord()
                ? row
                : null;
    }

    /** Returns whether a file must contain the component: it has no default, is not nullable and is no collection. */
    private static boolean isNeeded(RecordComponent part) {
        boolean isMany =
                Collection.class.isAssignableFrom(part.getType()) || Map.class.isAssignableFrom(part.getType());
        return !isMany
                && part.getAnnotation(Default.class) == null
                && part.getAnnotatedType().getAnnotation(Nullable.class) == null
                && !hasDefaults(part.getType());
    }

    /** A record with a static method {@code defaults} gets its value from that method if it is absent from a file. */
    private static boolean hasDefaults(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("defaults") && method.getParameterCount() == 0);
    }
}
