package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a page's table, to be changed and sent. */
public final class TableFields {
    private static final Pattern FIELD = Pattern.compile("name=\"(row|c\\d+)\" (?:[^>]*? )?value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final List<String[]> fields = new ArrayList<>();
    private final String version;

    private TableFields(String version) {
        this.version = version;
    }

    /** Reads the fields of a page. */
    public static TableFields of(String page) {
        var found = VERSION.matcher(page);
        assertThat(found.find()).isTrue();
        var typing = new TableFields(found.group(1));
        FIELD.matcher(page.replaceFirst("(?s)<template.*?</template>", ""))
                .results()
                .forEach(one -> typing.fields.add(new String[] {one.group(1), text(one.group(2))}));
        return typing;
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    public String version() {
        return version;
    }

    /** With something else in a cell. */
    public TableFields with(int row, String field, String text) {
        int seen = -1;
        for (String[] one : fields) {
            seen += one[0].equals("row") ? 1 : 0;
            if (seen == row && one[0].equals(field)) {
                one[1] = text;
            }
        }
        return this;
    }

    /** With a row more. */
    public TableFields withRow(String id, String... cells) {
        fields.add(new String[] {"row", id});
        for (int i = 0; i < cells.length; i++) {
            fields.add(new String[] {"c" + i, cells[i]});
        }
        return this;
    }

    /** Without a row. */
    public TableFields without(int row) {
        fields.stream()
                .filter(one -> one[0].equals("row"))
                .skip(row)
                .findFirst()
                .ifPresent(found -> {
                    int at = fields.indexOf(found);
                    do {
                        fields.remove(at);
                    } while (at < fields.size() && !fields.get(at)[0].equals("row"));
                });
        return this;
    }

    /** Encodes them as one field, because names in forms repeat. */
    public Map<String, String> toFormFields() {
        var rest = new StringBuilder();
        fields.forEach(one ->
                rest.append('&').append(one[0]).append('=').append(URLEncoder.encode(one[1], StandardCharsets.UTF_8)));
        var form = new LinkedHashMap<String, String>();
        form.put("version", version);
        form.put("more" + rest + "&end", "");
        return form;
    }
}
