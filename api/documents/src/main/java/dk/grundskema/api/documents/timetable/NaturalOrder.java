package dk.grundskema.api.documents.timetable;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Sorts names the Danish way: æ, ø and å at the end, and team 2 before team 10. */
public final class NaturalOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private NaturalOrder() {}

    /** Returns a comparator by name. */
    public static <T> Comparator<T> by(Function<T, String> name) {
        var collator = Collator.getInstance(Locale.of("da", "DK"));
        return Comparator.comparing((T each) -> padded(name.apply(each)), (one, other) -> collator.compare(one, other))
                .thenComparing(name);
    }

    private static String padded(String name) {
        return NUMBER.matcher(name).replaceAll(number -> "%09d".formatted(Integer.parseInt(number.group())));
    }
}
