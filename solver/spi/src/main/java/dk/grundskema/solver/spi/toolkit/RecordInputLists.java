package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates input lists whose rows are records of the parameters. The columns are derived from the components, so that they are declared only once. */
public final class RecordInputLists {
    private static final Map<Type, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, Kind.TEXT),
            Map.entry(int.class, Kind.WHOLE),
            Map.entry(Integer.class, Kind.WHOLE),
            Map.entry(double.class, Kind.NUMBER),
            Map.entry(Double.class, Kind.NUMBER),
            Map.entry(boolean.class, Kind.YES_NO),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(IsoWeek.class, Kind.WEEK),
            Map.entry(StaffId.class, Kind.STAFF),
            Map.entry(GroupId.class, Kind.GROUP),
            Map.entry(StudentId.class, Kind.STUDENT),
            Map.entry(RoomId.class, Kind.ROOM));

    private RecordInputLists() {}

    /**
     * Returns a list with a column for each component that a cell can hold; components of other types can only be given in files. A column is
     * required unless its component has a default, is {@code @Nullable} or is a collection. Texts in components named {@code subject} or
     * {@code subjects} are subjects.
     *
     * @param key      key of the list, which is also the name of the parameter
     * @param rows     record of a row
     * @param examples example rows, see {@link InputList}; each has a text for every column
     * @throws IllegalArgumentException if the cells of an example do not match the number of columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the examples are only read
    public static InputList of(String key, Class<? extends Record> rows, List<String>... examples) {
        var columns = new ArrayList<Column>();
        for (RecordComponent component : rows.getRecordComponents()) {
            Column column = column(component);
            if (column != null) {
                columns.add(column);
            }
        }
        return new InputList(key, columns, List.of(examples));
    }

    private static @Nullable Column column(RecordComponent component) {
        boolean many = Collection.class.isAssignableFrom(component.getType());
        Type type = many
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        boolean required = !many
                && !component.isAnnotationPresent(Default.class)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (type instanceof Class<?> choice && choice.isEnum()) {
            var choices = Arrays.stream(choice.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .toList();
            return new Column(component.getName(), Kind.CHOICE, required, many, choices);
        }
        Kind kind = component.getName().matches("subjects?") ? Kind.SUBJECT : KINDS.get(type);
        return kind == null ? null : new Column(component.getName(), kind, required, many, List.of());
    }
}
