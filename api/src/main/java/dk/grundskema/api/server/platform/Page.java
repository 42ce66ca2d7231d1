package dk.grundskema.api.server.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T>    of what
 * @param items  what is on it; none only if there is nothing to be had
 * @param isLast whether nothing comes after it
 */
public record Page<T>(List<T> items, boolean isLast) {
    /** So many are on a page. */
    public static final int SIZE = 50;

    /** So many are looked for, so as to know whether there is another page. */
    public static final int LOOKED_FOR = SIZE + 1;

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** The page that begins with what was found, of which {@link #LOOKED_FOR} were looked for. */
    public static <T> Page<T> of(List<T> found) {
        return of(found, SIZE);
    }

    /**
     * A page of another size.
     *
     * @param found what was found, of which one more was looked for than is on a page
     * @param size  how many are on a page, at least one
     */
    public static <T> Page<T> of(List<T> found, int size) {
        return new Page<>(found.subList(0, Math.min(size, found.size())), found.size() <= size);
    }

    /** What is on the page, as it is shown. */
    public <V> List<V> shown(Function<? super T, V> view) {
        return items.stream().map(view).toList();
    }

    /** What to ask for the next page by: the name of the last item; {@code null} means that nothing comes after it. */
    public @Nullable String next(Function<? super T, String> name) {
        return isLast ? null : name.apply(items.getLast());
    }
}
