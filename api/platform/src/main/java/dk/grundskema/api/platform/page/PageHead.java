package dk.grundskema.api.platform.page;

import dk.grundskema.api.exports.template.TemplateTexts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a page for the frame.
 *
 * @param title   returns the title of the page in the language of the texts, without the titles of plan and product
 * @param plan    navigation bar if the page belongs to a plan; else {@code null}
 * @param styles  styles in addition to the common one: names of {@linkplain Asset assets}, or addresses, which begin with a slash
 * @param scripts names of {@linkplain Asset scripts} in addition to the common ones
 * @param isBroad whether the page uses the full width, as tables of weeks do
 * @param isFresh whether the content is reloaded automatically when somebody changes the plan; scripts of such a page must listen on the
 *                document, not on elements of the content
 */
public record PageHead(
        Function<TemplateTexts, String> title,
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

    /** Returns the head of a page whose title depends on the language. */
    public static PageHead of(Function<TemplateTexts, String> title) {
        return new PageHead(title, null, List.of(), List.of(), false, false);
    }

    /** Returns the head of a page whose title is a text of the page's folder. */
    public static PageHead ofText(String key) {
        return of(texts -> texts.text(key));
    }

    /** Returns the head of a page whose title is the same in each language, such as a name. */
    public static PageHead ofTitle(String title) {
        return of(texts -> title);
    }

    /** Returns the whole title without the product's name. The title of a plan is appended if it differs. */
    String fullTitle(TemplateTexts texts) {
        String own = title.apply(texts);
        return plan == null || own.equals(plan.title()) ? own : own + " · " + plan.title();
    }

    /** Returns a copy for a page of a plan. */
    public PageHead withPlan(PlanBar bar) {
        return new PageHead(title, bar, styles, scripts, isBroad, isFresh);
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
