package dk.grundskema.api.imports.table.file;

/** Limits for reading files; our own numbers. A large school's timetable takes a hundredth of them. */
public final class TableLimits {
    /** Largest file, in bytes. */
    public static final int FILE = 64 * 1024 * 1024;
    /** Most filled rows of a table, and the last row that may be filled. */
    public static final int ROWS = 200_000;
    /** Most filled columns, and the last column that may be filled. */
    public static final int COLUMNS = 500;
    /** Most columns including empty ones: Excel's limit. */
    static final int BLANK_COLUMNS = 16_384;
    /** Most characters of a cell: Excel's limit. */
    public static final int CELL = 32_767;
    /** Most cells of a file, counted in each row up to the last filled one. */
    public static final int CELLS = 3_000_000;
    /** Most characters of all cells of a workbook, in which many cells may share a text. */
    static final long LETTERS = FILE;
    /** Most parts of a workbook. */
    static final int PARTS = 2_000;
    /** Largest unpacked workbook, in bytes. */
    static final long UNPACKED = 512L * 1024 * 1024;
    /** Size of a part of a workbook, in bytes, above which its compression ratio is limited to {@link #RATIO}. */
    static final long SUSPICIOUS = 8L * 1024 * 1024;
    /** Highest compression ratio of a large part. */
    static final long RATIO = 200;
    /** Most cells of one merged area. */
    static final int AREA = 100_000;

    private TableLimits() {}
}
