package dk.grundskema.api.service.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a page, as a browser would send them. */
public final class PageFields {
    private static final Pattern TAG = Pattern.compile("<(input|select)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<option[^>]*value=\"([^\"]*)\"[^>]*selected");
    private static final Pattern FIRST = Pattern.compile("<option[^>]*value=\"([^\"]*)\"");

    private PageFields() {}

    /** Names and values of typed, selected or ticked fields. */
    public static Map<String, String> of(String page) {
        String form = page.substring(page.indexOf("<form id=\"form\""));
        var fields = new LinkedHashMap<String, String>();
        Matcher tag = TAG.matcher(form);
        while (tag.find()) {
            Map<String, String> attributes = attributes(tag.group(2));
            String name = attributes.getOrDefault("name", "");
            boolean isOff = attributes.getOrDefault("type", "").matches("checkbox|radio")
                    && !tag.group(2).contains("checked=");
            if (!name.isEmpty() && !name.equals("csrf") && !isOff) {
                fields.put(
                        name,
                        tag.group(1).equals("select")
                                ? chosen(form.substring(tag.end(), form.indexOf("</select>", tag.end())))
                                : attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    private static Map<String, String> attributes(String tag) {
        var all = new LinkedHashMap<String, String>();
        ATTRIBUTE.matcher(tag).results().forEach(one -> all.put(one.group(1), one.group(2)));
        return all;
    }

    private static String chosen(String options) {
        Matcher chosen = CHOSEN.matcher(options);
        Matcher first = FIRST.matcher(options);
        return chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
    }
}
