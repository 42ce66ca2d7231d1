package dk.grundskema.api.imports.systems.file;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Refuses XML and web pages that no other reader recognises, so that they are not taken for tables. It comes after the readers of XML. */
public final class UnknownXmlReader implements SourceReader {
    private static final Pattern START = Pattern.compile("(?i)^\\s*<(?:\\?xml|!doctype|!--|html)[\\s>]?");
    private static final Pattern BEFORE_ROOT =
            Pattern.compile("(?s)^\\s*(?:<\\?.*?\\?>|<!--.*?-->|<![^>\\[]*(?:\\[.*?\\]\\s*)?>)");
    private static final Pattern ROOT = Pattern.compile("^\\s*<([\\p{L}_][\\p{L}\\d_:.-]*)");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return START.matcher(DecodedText.decode(head).text()).find();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        if (bytes != null) {
            String root = findRoot(DecodedText.decode(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)))
                    .text());
            String local = root.substring(root.indexOf(':') + 1).toLowerCase(Locale.ROOT);
            switch (local) {
                case "" -> source.error("", "import.xml.broken", name);
                case "html" -> source.error("", "import.xml.web-page");
                case "workbook" -> source.error("", "import.xml.workbook");
                default -> source.error("", "import.xml.unknown-root", root);
            }
        }
        return source.build();
    }

    /** Returns the name of the first element; empty if there is none. */
    private static String findRoot(String text) {
        String rest = text;
        var before = BEFORE_ROOT.matcher(rest);
        while (before.find()) {
            rest = rest.substring(before.end());
            before = BEFORE_ROOT.matcher(rest);
        }
        var root = ROOT.matcher(rest);
        return root.find() ? root.group(1) : "";
    }
}
