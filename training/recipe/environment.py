"""The process environment that training wants, set before anything is imported.

glibc and the BLAS libraries read these variables when the process starts, so setting them late has no effect: the script
starts itself again with them. Large buffers are then kept and used again, where the default gives every freed activation
back to the kernel and pays for fresh zeroed pages in the next step; and each worker keeps to one core.
"""

import os
import sys
from pathlib import Path

WANTED = {
    "MALLOC_MMAP_THRESHOLD_": str(4 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(16 << 30),
    "MALLOC_TOP_PAD_": str(64 << 20),
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
SKYLAKEX_NEEDS = {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}


def processor_flags():
    """The instruction sets of the first core, in Linux's names; none where there is no such list."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return set()
    return set(next((line for line in lines if line.startswith("flags")), "").split())


def wanted_variables():
    """For a torch built on OpenBLAS, AVX-512 kernels too: on newer processors it may choose others, at a third of the speed."""
    if processor_flags() >= SKYLAKEX_NEEDS:
        return {**WANTED, "OPENBLAS_CORETYPE": "SKYLAKEX"}
    return WANTED


def ensure_environment():
    """Starts the running script again, under the same process id, unless every wanted variable has some value already."""
    missing = {name: value for name, value in wanted_variables().items() if name not in os.environ}
    if missing:
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **missing})
