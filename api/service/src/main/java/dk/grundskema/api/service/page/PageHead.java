package dk.grundskema.api.service.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a page for the frame.
 *
 * @param title   title of the page, without the product's name
 * @param plan    navigation bar if the page belongs to a plan; else {@code null}
 * @param styles  styles in addition to the common one: names of {@linkplain Asset assets}, or addresses, which begin with a slash
 * @param scripts names of {@linkplain Asset scripts} in addition to the common ones
 * @param isBroad whether the page uses the full width, as tables of weeks do
 * @param isFresh whether the content is reloaded automatically when somebody changes the plan; scripts of such a page must listen on the
 *                document, not on elements of the content
 */
public record PageHead(
        String title,
        @Nullable PlanBar plan,
        List<String> styles,
        List<String> scripts,
        boolean isBroad,
        boolean isFresh) {
    /** Copies the lists. */
    public PageHead {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /** Returns the head of a page that belongs to no plan. */
    public static PageHead of(String title) {
        return new PageHead(title, null, List.of(), List.of(), false, false);
    }

    /** Returns the head of a page of a plan. The plan's title is appended to the page's title. */
    public static PageHead of(String title, PlanBar plan) {
        String whole = title.equals(plan.title()) ? title : title + " · " + plan.title();
        return new PageHead(whole, plan, List.of(), List.of(), false, false);
    }

    /** Returns a copy with one more script. */
    public PageHead withScript(String name) {
        return new PageHead(
                title,
                plan,
                styles,
                Stream.concat(scripts.stream(), Stream.of(name)).toList(),
                isBroad,
                isFresh);
    }

    /** Returns a copy with one more style: the name of an asset, or an address. */
    public PageHead withStyle(String name) {
        return new PageHead(
                title, plan, Stream.concat(styles.stream(), Stream.of(name)).toList(), scripts, isBroad, isFresh);
    }

    /** Returns a copy that uses the full width. */
    public PageHead withFullWidth() {
        return new PageHead(title, plan, styles, scripts, true, isFresh);
    }

    /** Returns a copy whose content is reloaded automatically when somebody changes the plan. */
    public PageHead withAutoRefresh() {
        return new PageHead(title, plan, styles, scripts, isBroad, true);
    }
}
