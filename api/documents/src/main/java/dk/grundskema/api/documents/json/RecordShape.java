package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Default;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reflective description of a record class as a file format: component names, types, which are optional, and their defaults. Shapes are
 * cached per class.
 */
public final class RecordShape {
    /**
     * One component.
     *
     * @param name        its name, in Java and in files
     * @param type        its type with type arguments
     * @param nullable    whether it may be absent
     * @param defaultJson its own default as JSON; {@code null} if it has none
     */
    public record Part(
            String name,
            Type type,
            boolean nullable,
            @Nullable String defaultJson) {
        /** Returns its type without type arguments. */
        public Class<?> rawType() {
            return rawClassOf(type);
        }
    }

    /** Reflection is slow, and a timetable has thousands of records of about a dozen classes. */
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private static final ClassValue<Optional<Object>> DEFAULTS = new ClassValue<>() {
        @Override
        protected Optional<Object> computeValue(Class<?> type) {
            return invokeDefaults(type);
        }
    };

    private final Class<?> type;
    private final List<RecordComponent> components;
    private final List<Part> parts;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        components.forEach(component -> component.getAccessor().setAccessible(true));
        this.parts = components.stream().map(RecordShape::part).toList();
        this.constructor = constructor(type, components);
    }

    /** Returns the shape of a record class. */
    public static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Part part(RecordComponent component) {
        Default preset = component.getAnnotation(Default.class);
        return new Part(
                component.getName(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                preset == null ? null : preset.value());
    }

    /** Returns the record class. */
    Class<?> type() {
        return type;
    }

    /** Returns the components in order. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns the names of the components in order. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** Returns the record that an absent value means, from its static method {@code defaults()}; empty if it has none. */
    public static Optional<Object> defaultsOf(Class<?> type) {
        return DEFAULTS.get(type);
    }

    private static Optional<Object> invokeDefaults(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        try {
            var method = type.getDeclaredMethod("defaults");
            method.setAccessible(true);
            return Optional.ofNullable(method.invoke(null));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The defaults of (%s) can't be made.".formatted(type.getName()), e);
        }
    }

    /** Whether a file may leave the component out. */
    public boolean isOptional(Part part) {
        return part.defaultJson() != null
                || part.nullable()
                || isCollection(part.rawType())
                || defaultsOf(type).isPresent()
                || defaultsOf(part.rawType()).isPresent();
    }

    /** Returns the default of an absent component as JSON; {@code null} if it is required, or its absence means null or empty. */
    public @Nullable Json defaultValueOf(Part part) {
        if (part.defaultJson() != null) {
            return JsonTreeParser.parse(part.defaultJson()) instanceof ReadResult.Success<Json> good
                    ? good.value()
                    : null;
        }
        Object value = defaultsOf(type)
                .map(whole -> get(whole, part))
                .or(() -> part.nullable() ? Optional.empty() : defaultsOf(part.rawType()))
                .orElse(null);
        return value == null ? null : RecordWriter.toJsonValue(value);
    }

    /** Returns the value of a component of a record of this class. */
    @Nullable
    Object get(Object whole, Part part) {
        RecordComponent component = components.get(parts.indexOf(part));
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component (%s) can't be read.".formatted(component), e);
        }
    }

    /** Creates a record; rethrows every runtime exception of its constructor. */
    Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The record (%s) can't be made.".formatted(type.getName()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record (%s) can't be made.".formatted(type.getName()), e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, List<RecordComponent> components) {
        try {
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The record (%s) can't be made.".formatted(type.getName()), e);
        }
    }

    /** Whether the class is a collection or map, whose absence means empty. */
    static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** Returns a new, empty, mutable collection or map for a type. */
    static Object newCollection(Class<?> type) {
        if (SortedMap.class.isAssignableFrom(type)) {
            return new TreeMap<>();
        }
        if (Map.class.isAssignableFrom(type)) {
            return new LinkedHashMap<>();
        }
        if (SortedSet.class.isAssignableFrom(type)) {
            return new TreeSet<>();
        }
        return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
    }

    /** Returns a type without its type arguments. */
    public static Class<?> rawClassOf(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> rawClassOf(generic.getRawType());
            case WildcardType wildcard -> rawClassOf(wildcard.getUpperBounds()[0]);
            default ->
                throw new IllegalArgumentException(
                        "The type (%s) has no file format.\nMaybe it is a type variable?".formatted(type));
        };
    }

    /** Returns the type argument at a position. */
    public static Type typeArgument(Type type, int position) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[position];
        }
        throw new IllegalArgumentException(
                "The type (%s) has no type arguments.\nMaybe they were forgotten?".formatted(type));
    }

    @Override
    public String toString() {
        return type.getSimpleName() + Arrays.toString(names().toArray());
    }
}
