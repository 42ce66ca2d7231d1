package dk.grundskema.api.platform.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T>    type of the items
 * @param items  items of the page; empty only if the list has no items
 * @param isLast whether it is the last page
 */
public record ResultPage<T>(List<T> items, boolean isLast) {
    /** Number of items on a page. */
    public static final int SIZE = 50;

    /** Number of items to query, so that the existence of a next page is known. */
    public static final int QUERY_LIMIT = SIZE + 1;

    /** Copies the list. */
    public ResultPage {
        items = List.copyOf(items);
    }

    /** Returns the page that begins with the found items, of which up to {@link #QUERY_LIMIT} were queried. */
    public static <T> ResultPage<T> of(List<T> found) {
        return of(found, SIZE);
    }

    /**
     * Returns a page of another size.
     *
     * @param found the found items, of which up to {@code size + 1} were queried
     * @param size  number of items on a page, at least 1
     */
    public static <T> ResultPage<T> of(List<T> found, int size) {
        return new ResultPage<>(found.subList(0, Math.min(size, found.size())), found.size() <= size);
    }

    /** Returns the items, converted to views. */
    public <V> List<V> map(Function<? super T, V> view) {
        return items.stream().map(view).toList();
    }

    /** Returns the key to request the next page with: the name of the last item; {@code null} on the last page. */
    public @Nullable String nextKey(Function<? super T, String> name) {
        return isLast ? null : name.apply(items.getLast());
    }
}
