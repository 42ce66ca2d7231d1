package dk.grundskema.api.imports.table.file;

import java.nio.charset.StandardCharsets;

/** Kind of a file by its first bytes. */
public enum FileKind {
    /** No content, or white space only. */
    EMPTY,
    /** A ZIP archive, such as a workbook. */
    ZIP,
    /** A file of old Office, or one with a password. */
    OLE2,
    /** A PDF document. */
    PDF,
    /** Text. */
    TEXT,
    /** Something else: a picture, a program. */
    BINARY;

    private static final int LOOKED_AT = 8192;

    /** Returns the kind of a file's bytes; looks at the first 8192. */
    public static FileKind detect(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (head.isBlank()) {
            return EMPTY;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        }
        if (head.stripLeading().startsWith("%PDF")) {
            return PDF;
        }
        boolean isUtf16 = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        return isUtf16 || head.chars().noneMatch(FileKind::isNonText) ? TEXT : BINARY;
    }

    private static boolean isNonText(int letter) {
        return letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f' && letter != 0x1A;
    }
}
