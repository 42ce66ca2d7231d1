package dk.grundskema.solver.testkit;

import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Verifies the texts of a plugin's parameters: everything that the form and the schema rely on. */
final class FieldTextContract {
    private static final String SOURCE = "source.";
    private static final List<Locale> LANGUAGES = List.of(Locale.of("da"), Locale.of("en"));

    private FieldTextContract() {}

    /** Returns the keys of parameters without a text in a language: those of the parameter record and of the plugin's records in it. */
    static List<String> missing(InterventionPlugin<?> plugin, Locale language) {
        var texts = plugin.texts(language);
        return components(plugin, one -> !isShared(one)).stream()
                .map(component -> "field." + component)
                .filter(key -> !texts.containsKey(key))
                .toList();
    }

    /**
     * Returns complaints about the texts that name the sources of fields, each with a suggestion; empty if there are none. A field need not have
     * one.
     */
    static List<String> wrongSources(InterventionPlugin<?> plugin) {
        List<String> fields = components(plugin, any -> true);
        var keys = new TreeSet<String>();
        LANGUAGES.forEach(language -> plugin.texts(language).keySet().stream()
                .filter(key -> key.startsWith(SOURCE))
                .forEach(keys::add));
        var complaints = new ArrayList<String>();
        for (String key : keys) {
            if (!fields.contains(key.substring(SOURCE.length()))) {
                complaints.add("The text (%s) is of no field of (%s).\nMaybe it is spelt otherwise there?"
                        .formatted(key, plugin.parameterType().getSimpleName()));
            }
            LANGUAGES.stream()
                    .filter(language -> !hasText(plugin.texts(language), key))
                    .forEach(language -> complaints.add(
                            "The text (%s) says nothing in (%s).\nMaybe it was written in the other language only?"
                                    .formatted(key, language)));
        }
        return complaints;
    }

    private static boolean hasText(ResourceBundle texts, String key) {
        return texts.containsKey(key) && !texts.getString(key).isBlank();
    }

    /** Returns the text keys of all components of the parameters and their nested records, as {@code <Record>.<part>}. */
    private static List<String> components(InterventionPlugin<?> plugin, Predicate<Class<?>> wanted) {
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(plugin.parameterType(), records, wanted);
        return records.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(part -> type.getSimpleName() + "." + part.getName()))
                .toList();
    }

    private static void collect(Type type, Set<Class<?>> records, Predicate<Class<?>> wanted) {
        if (type instanceof ParameterizedType many) {
            Arrays.stream(many.getActualTypeArguments()).forEach(part -> collect(part, records, wanted));
        } else if (type instanceof Class<?> one && one.isRecord() && wanted.test(one) && records.add(one)) {
            Arrays.stream(one.getRecordComponents()).forEach(part -> collect(part.getGenericType(), records, wanted));
        }
    }

    /** Returns whether the texts of a record belong to the product. */
    private static boolean isShared(Class<?> type) {
        String name = type.getName();
        return name.startsWith("dk.grundskema.domain.") || name.startsWith("dk.grundskema.solver.spi.");
    }
}
