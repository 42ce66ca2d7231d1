package dk.grundskema.api.web.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the frame says of a page.
 *
 * @param title   what the page is called, without the product's name
 * @param plan    what stands above it if it belongs to a plan; else {@code null}
 * @param styles  styles besides the common one: names of {@linkplain Asset ours}, or addresses, which begin with a slash
 * @param scripts names of {@linkplain Asset scripts} besides the common ones
 * @param isBroad whether it takes all the width there is, as tables of weeks do
 * @param isFresh whether its content is exchanged by itself when somebody changes the plan; scripts of such a page listen to the document, not to what
 *                stands in the content
 */
public record Head(
        String title,
        @Nullable PlanBar plan,
        List<String> styles,
        List<String> scripts,
        boolean isBroad,
        boolean isFresh) {
    /** Copies the lists. */
    public Head {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /** Of a page that belongs to no plan. */
    public static Head of(String title) {
        return new Head(title, null, List.of(), List.of(), false, false);
    }

    /** Of a page that belongs to a plan, whose title comes after its own. */
    public static Head of(String title, PlanBar plan) {
        String whole = title.equals(plan.title()) ? title : title + " · " + plan.title();
        return new Head(whole, plan, List.of(), List.of(), false, false);
    }

    /** With a script more. */
    public Head script(String name) {
        return new Head(
                title,
                plan,
                styles,
                Stream.concat(scripts.stream(), Stream.of(name)).toList(),
                isBroad,
                isFresh);
    }

    /** With a style more: the name of one of ours, or an address. */
    public Head style(String name) {
        return new Head(
                title, plan, Stream.concat(styles.stream(), Stream.of(name)).toList(), scripts, isBroad, isFresh);
    }

    /** With all the width there is. */
    public Head broad() {
        return new Head(title, plan, styles, scripts, true, isFresh);
    }

    /** With content that is exchanged by itself when somebody changes the plan. */
    public Head fresh() {
        return new Head(title, plan, styles, scripts, isBroad, true);
    }
}
